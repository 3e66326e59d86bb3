package dev.versus.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command of this host that answers within a few seconds. */
public final class ShortCommand {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** How long what a command has printed may still be on its way when it has ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private ShortCommand() {}

    /** What it printed on its standard output; nothing if it cannot be run, fails, or does not end in time. */
    public static Optional<String> run(List<String> command) {
        return run(command, System.getenv());
    }

    /** The same for a command that sees these variables alone. */
    public static Optional<String> run(List<String> command, Map<String, String> environment) {
        Process process;
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException notRun) {
            return Optional.empty();
        }
        var said = new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        reader(said).start();
        try {
            return process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
                    ? Optional.of(said.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS))
                    : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException keptOpen) {
            return Optional.empty();
        } finally {
            end(process);
        }
    }

    /** A thread of its own: what is read may be kept open by something that the command has left behind. */
    private static Thread reader(Runnable reading) {
        Thread thread = new Thread(reading, "versus-answer");
        thread.setDaemon(true);
        return thread;
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
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
