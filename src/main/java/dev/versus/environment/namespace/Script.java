package dev.versus.environment.namespace;

import dev.versus.BoundedProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

    /** Runs the script and tells whether it ended with exit code 0. */
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
