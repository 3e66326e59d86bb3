package dev.versus.environment.image;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question to an engine, asked by a thread of its own, so that whoever waits for the answer may give up. The time-outs of docker-java
 * do not hold on a Unix socket: nothing but an interrupt ends the reading from one. Closing it interrupts a question without an answer.
 */
record Inquiry<T extends @Nullable Object>(FutureTask<T> answer) implements AutoCloseable {

    static <T extends @Nullable Object> Inquiry<T> of(Supplier<T> question) {
        var inquiry = new Inquiry<T>(new FutureTask<>(question::get));
        var thread = new Thread(inquiry.answer, "versus-docker-question");
        thread.setDaemon(true);
        thread.start();
        return inquiry;
    }

    /**
     * The answer; what the question throws is thrown here.
     *
     * @throws TimeoutException if there is none yet after this time; more may be awaited
     */
    T await(Duration limit) throws TimeoutException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("it was interrupted"));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : new CancellationException();
        }
    }

    @Override
    public void close() {
        answer.cancel(true);
    }
}
