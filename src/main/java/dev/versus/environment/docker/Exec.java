package dev.versus.environment.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.versus.Secrets;
import dev.versus.environment.Health;
import dev.versus.environment.Probe;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Short command in a container, with the container's file system, network and user. */
record Exec(DockerEngine engine, String container, List<String> command, Duration limit) implements Probe {

    Exec {
        command = List.copyOf(command);
    }

    /** Runs the command and returns its standard output; nothing if it cannot be run, fails, or takes longer than the limit. */
    Optional<String> answer() {
        try {
            return engine.ask(this::run);
        } catch (DockerException | EngineUnavailable notRun) {
            return Optional.empty();
        }
    }

    private Optional<String> run(DockerClient client) {
        String id = client.execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        try (var said = new Said()) {
            boolean ended = client.execStartCmd(id).exec(said).awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS);
            Long code = ended ? client.inspectExecCmd(id).exec().getExitCodeLong() : null;
            return code != null && code == 0 ? Optional.of(said.text()) : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException neverOnClosing) {
            return Optional.empty();
        }
    }

    private static final class Said extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() == StreamType.STDOUT) {
                bytes.writeBytes(frame.getPayload());
            }
        }

        private String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /**
     * Tells whether the command ended with exit code 0.
     *
     * @throws EngineUnavailable if the engine does not answer, so that nobody waits for a service that cannot become ready
     */
    @Override
    public boolean isReady() {
        try {
            return engine.ask(this::run).isPresent();
        } catch (DockerException notRun) {
            return false;
        }
    }

    @Override
    public Health ask() {
        boolean ready = isReady();
        return new Health(ready, String.join(" ", Secrets.masked(command)) + (ready ? ": 0" : ": failed"));
    }
}
