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

/** Command of this host that ends within 10 seconds. */
public final class ShortCommand {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The time limit for output that arrives after the command has ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private ShortCommand() {}

    /** Runs a command and returns its standard output; nothing if it cannot be run, fails, or takes longer than 10 seconds. */
    public static Optional<String> run(List<String> command) {
        return run(command, System.getenv());
    }

    /** Runs a command with only these environment variables. Otherwise as {@link #run(List)}. */
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

    /**
     * Returns a thread that reads the output. Reading may take longer than the command, because a process that it left behind may keep the
     * output open.
     */
    private static Thread reader(Runnable reading) {
        Thread thread = new Thread(reading, "versus-answer");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs a command and tells whether it ended with exit code 0 within 10 seconds. Its output is discarded. */
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

    /**
     * Waits for a process and tells whether it ended with exit code 0 within the limit. When this returns, even by an interrupt, the
     * process and everything that it started are gone.
     */
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
