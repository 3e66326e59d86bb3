package dev.versus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A program of this host that ends in time, or is ended with all that it has started. What it prints is read while it runs. */
public final class BoundedProcess implements AutoCloseable {

    /** How long what a program has printed may still be on its way when it has ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final int LINES_TOLD = 5;

    private final String command;
    private final Duration limit;
    private final Process process;
    private final FutureTask<String> printed;

    private BoundedProcess(ProcessBuilder builder, Duration limit) throws IOException {
        this.command = String.join(" ", builder.command());
        this.limit = limit;
        this.process = builder.start();
        this.printed =
                new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Starts a program, which may run so long. */
    public static BoundedProcess start(ProcessBuilder builder, Duration limit) throws IOException {
        var started = new BoundedProcess(builder, limit);
        // A thread of its own: what is read may be kept open by something that the program has left behind.
        Thread reader = new Thread(started.printed, "versus-output");
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    /** Runs a program to its end, as {@link #await} tells. */
    public static String run(ProcessBuilder builder, Duration limit) throws IOException {
        try (var started = start(builder, limit)) {
            return started.await();
        }
    }

    /** Runs a program to its end, and tells whether that was 0, and in time. */
    public static boolean succeeds(ProcessBuilder builder, Duration limit) {
        try {
            var unused = run(builder, limit);
            return true;
        } catch (IOException failed) {
            return false;
        }
    }

    /** Writes the whole standard input of the program; one that reads no more of it is told of by {@link #await}. */
    public BoundedProcess tell(InputStream input) {
        try (var told = process.getOutputStream()) {
            input.transferTo(told);
        } catch (IOException readsNoMore) {
            // The end tells why.
        }
        return this;
    }

    /**
     * Waits until the program has ended.
     *
     * @return what it has printed, unless that went elsewhere
     * @throws IOException if it does not end with 0, or not in time; it says what the program has printed
     */
    public String await() throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("it did not end in " + limit.toSeconds() + " s");
            }
            String text = printed.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            if (process.exitValue() != 0) {
                throw failed(text.isBlank() ? "exit code " + process.exitValue() : firstLines(text));
            }
            return text;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("it was interrupted");
        } catch (ExecutionException | TimeoutException keptOpen) {
            throw failed("what it has started keeps its output open");
        }
    }

    /** Returns what a program that failed has printed, once it is closed; nothing if something that it has left behind still prints. */
    public String printed() {
        try {
            return printed.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException | TimeoutException keptOpen) {
            return "";
        }
    }

    private IOException failed(String why) {
        return new IOException("'" + command + "' failed (" + why + ")");
    }

    private static String firstLines(String text) {
        return text.strip().lines().limit(LINES_TOLD).collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
