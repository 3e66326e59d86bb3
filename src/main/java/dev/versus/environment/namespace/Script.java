package dev.versus.environment.namespace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that is told on its standard input what to do.
 *
 * @param command it and its arguments
 */
record Script(List<String> command, String input) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    Script {
        command = List.copyOf(command);
    }

    /** Commands of {@code ip}, all in one process. */
    static Script ip(Path ip, List<String> commands) {
        return new Script(List.of(ip.toString(), "-batch", "-"), lines(commands));
    }

    /** The same, each of them tried even if one before it failed. */
    static Script ipWhatever(Path ip, List<String> commands) {
        return new Script(List.of(ip.toString(), "-force", "-batch", "-"), lines(commands));
    }

    static String lines(List<String> commands) {
        return String.join("\n", commands) + "\n";
    }

    /** Runs them side by side until all have ended; fails with what the first that failed has said. */
    static void run(List<Script> scripts) throws IOException {
        var running = new ArrayList<Running>();
        try {
            for (Script script : scripts) {
                running.add(script.start());
            }
            for (Running one : running) {
                one.await();
            }
        } finally {
            running.forEach(one -> one.process.destroyForcibly());
        }
    }

    /** Whether it can be run, and ends well. */
    boolean succeeds() {
        try {
            run(List.of(this));
            return true;
        } catch (IOException failed) {
            return false;
        }
    }

    private Running start() throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var running = new Running(process, this);
        try (var told = process.getOutputStream()) {
            told.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            return running;
        }
        return running;
    }

    private record Running(Process process, Script script) {

        void await() throws IOException {
            boolean ended = ended();
            if (!ended || process.exitValue() != 0) {
                String said = ended
                        ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
                        : "it did not end in " + LIMIT.toSeconds() + " s";
                throw new IOException("'" + String.join(" ", script.command()) + "' failed"
                        + (said.isEmpty() ? "" : " (" + said.replace("\n", "; ") + ")"));
            }
        }

        private boolean ended() throws IOException {
            try {
                return process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
    }
}
