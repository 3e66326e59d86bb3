package dev.versus.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A command of this host that answers within a few seconds. */
public final class ShortCommand {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ShortCommand() {}

    /** What it printed on its standard output; nothing if it cannot be run, fails, or does not end in time. */
    public static Optional<String> run(List<String> command) {
        try {
            Path said = Files.createTempFile("versus-answer-", ".txt");
            try {
                return run(command, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException notRun) {
            return Optional.empty();
        }
    }

    /** Through a file, for a child that keeps a pipe open would keep its reader waiting. */
    private static Optional<String> run(List<String> command, Path said) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        return endsWell(process, LIMIT)
                ? Optional.of(Files.readString(said, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Whether it ended with 0 in time; what it printed is nobody's, and no file is needed for it. */
    public static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return endsWell(process, LIMIT);
        } catch (IOException notRun) {
            return false;
        }
    }

    /** Whether a process ends with 0 in time; then, or when this thread is interrupted, it and all that it started is gone. */
    public static boolean endsWell(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
