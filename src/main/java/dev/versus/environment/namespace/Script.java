package dev.versus.environment.namespace;

import dev.versus.environment.BoundedProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        var running = new ArrayList<BoundedProcess>();
        try {
            for (Script script : scripts) {
                running.add(script.start());
            }
            for (BoundedProcess one : running) {
                var unused = one.await();
            }
        } finally {
            running.forEach(BoundedProcess::close);
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

    private BoundedProcess start() throws IOException {
        return BoundedProcess.start(new ProcessBuilder(command).redirectErrorStream(true), LIMIT)
                .tell(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }
}
