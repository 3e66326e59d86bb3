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
 * Question to an engine, asked by a separate thread, so that the waiting thread may give up. This is needed because the time-outs of
 * docker-java have no effect on a Unix socket: only an interrupt ends a read from it. Closing interrupts a question that has no answer yet.
 */
record EngineQuery<T extends @Nullable Object>(FutureTask<T> answer) implements AutoCloseable {

    static <T extends @Nullable Object> EngineQuery<T> of(Supplier<T> question) {
        var inquiry = new EngineQuery<T>(new FutureTask<>(question::get));
        var thread = new Thread(inquiry.answer, "versus-docker-question");
        thread.setDaemon(true);
        thread.start();
        return inquiry;
    }

    /**
     * Waits for the answer. An exception of the question is thrown here.
     *
     * @throws TimeoutException if there is no answer within the limit; the caller may wait again
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
