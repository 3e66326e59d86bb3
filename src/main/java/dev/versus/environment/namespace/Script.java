package dev.versus.environment.namespace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Command that reads its instructions from standard input.
 *
 * @param command the program and its arguments
 */
record Script(List<String> command, String input) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    Script {
        command = List.copyOf(command);
    }

    /** Returns a script that executes commands of {@code ip} in one process and stops at the first failure. */
    static Script ip(Path ip, List<String> commands) {
        return new Script(List.of(ip.toString(), "-batch", "-"), lines(commands));
    }

    /** Returns a script that executes commands of {@code ip} in one process and continues after failures. */
    static Script ipWhatever(Path ip, List<String> commands) {
        return new Script(List.of(ip.toString(), "-force", "-batch", "-"), lines(commands));
    }

    static String lines(List<String> commands) {
        return String.join("\n", commands) + "\n";
    }

    /**
     * Runs scripts in parallel until all have ended, for at most 30 s each.
     *
     * @throws IOException if one fails, with its output
     */
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

    /** Runs the script and tells whether it ended with exit code 0. */
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
