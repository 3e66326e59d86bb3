package dev.versus.environment.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineRefusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Output of a container, copied to its log file as it comes. It is read from the engine's log, so that a slow reader does not block the
 * container.
 */
final class Output implements Closeable {

    private final ResultCallback.@Nullable Adapter<Frame> copying;

    private Output(ResultCallback.@Nullable Adapter<Frame> copying) {
        this.copying = copying;
    }

    /** Copies what the container writes from that moment on, until it ends or this object is closed. */
    static Output copy(DockerEngine engine, String container, Path log, Instant since) throws IOException {
        OutputStream file = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try {
            return new Output(engine.ask(client -> client.logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .withSince((int) since.getEpochSecond())
                    .exec(new Copy(file))));
        } catch (DockerException unreadable) {
            try (file) {
                file.write(("The output cannot be read from the log driver: " + EngineRefusal.reason(unreadable) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return new Output(null);
        }
    }

    private static final class Copy extends ResultCallback.Adapter<Frame> {

        private final OutputStream file;

        private Copy(OutputStream file) {
            this.file = file;
        }

        @Override
        public void onNext(Frame frame) {
            try {
                file.write(frame.getPayload());
            } catch (IOException full) {
                onError(full);
            }
        }

        @Override
        public void close() throws IOException {
            try (file) {
                super.close();
            }
        }
    }

    /** Waits until the log of an ended container is complete, or the time has passed. */
    void awaitEnd(Duration moment) {
        if (copying == null) {
            return;
        }
        try {
            copying.awaitCompletion(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException cutOff) {
            // The engine has ended the transfer; the log holds what came before.
        }
    }

    @Override
    public void close() {
        try {
            if (copying != null) {
                copying.close();
            }
        } catch (IOException alreadyGone) {
            // Nothing more will come.
        }
    }
}
