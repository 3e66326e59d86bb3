package dev.versus.environment.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.versus.Digest;
import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.system.Build;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The image of one service as its Compose file has it built. Its tag is a digest of all that it is made from (files, Dockerfile,
 * arguments and the bases' ids), so that one that is there is the one that is meant.
 *
 * @param bases the image for each name that the Dockerfile builds upon
 */
record ImageBuild(ServiceDefinition service, Build build, BuildContext context, Map<String, Image> bases) {

    /** What marks images that were built here. */
    static final String LABEL = "dev.versus.build";

    private static final int LIMIT_MINUTES = 30;
    private static final int PIPE = 1 << 16;

    /** The name that it gets, and by which one that was built before is found. */
    String tag() {
        String named = service.image() == null
                ? "versus/" + service.name().toLowerCase(java.util.Locale.ROOT)
                : service.image();
        String repository = named.replaceFirst("@.*", "").replaceFirst(":[^:/]*$", "");
        return repository + ":" + digest();
    }

    private String digest() {
        Map<String, String> ids = new TreeMap<>();
        bases.forEach((name, image) -> ids.put(name, image.id()));
        String rest = new TreeMap<>(build.args()) + " " + build.target() + " " + ids;
        MessageDigest digest = Digest.sha256();
        digest.update(rest.getBytes(StandardCharsets.UTF_8));
        try {
            context.write(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Digest.of(digest);
    }

    /**
     * Builds it.
     *
     * @throws InvalidInput with the step that failed, and what was said there last
     */
    void run(DockerEngine engine, HostNetworking host) {
        var output = new Output();
        try {
            Map<String, String> arguments = new LinkedHashMap<>(host.arguments());
            arguments.putAll(build.args());
            Dockerfile sent = context.dockerfile().upon(build.args(), this::base, host.preamble());
            engine.ask(client -> {
                send(client, arguments, output, new Parcel(sent, host));
                return output;
            });
            output.awaitImageId(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (EngineUnavailable gone) {
            throw gone;
        } catch (RuntimeException failed) {
            throw new InvalidInput(
                    "The image of '" + service.name() + "' cannot be built from " + build.context() + ": "
                            + output.lastStep() + Refusal.reason(failed) + output.said() + ".",
                    failed);
        }
    }

    private record Parcel(Dockerfile dockerfile, HostNetworking host) {}

    private String base(String name) {
        Image image = bases.get(name);
        return image == null || image.standsInFor().isEmpty() ? name : image.reference();
    }

    /** The context goes through a pipe: it may be large, and leaves no file behind however this ends. */
    private void send(DockerClient client, Map<String, String> arguments, Output output, Parcel parcel) {
        try (var in = new PipedInputStream(PIPE);
                var out = new PipedOutputStream(in)) {
            var writer = new Thread(() -> write(parcel, out), "versus-build-context");
            writer.setDaemon(true);
            writer.start();
            var command = client.buildImageCmd(in)
                    .withDockerfilePath(BuildContext.DOCKERFILE)
                    .withTags(Set.of(tag()))
                    .withLabels(Map.of(LABEL, service.name()))
                    .withForcerm(true);
            arguments.forEach(command::withBuildArg);
            if (build.target() != null) {
                command.withTarget(build.target());
            }
            command.exec(output).awaitCompletion(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("the build was interrupted", interrupted));
        }
    }

    private void write(Parcel parcel, OutputStream out) {
        try (out) {
            context.with(parcel.dockerfile, parcel.host.files()).write(out);
        } catch (IOException broken) {
            // The engine has ceased to read and says why, or finds the archive cut off.
        }
    }

    /** What the engine says as it builds: the last step, and the last line within it. */
    private static final class Output extends BuildImageResultCallback {

        private volatile String step = "";
        private volatile String line = "";

        @Override
        public void onNext(BuildResponseItem item) {
            super.onNext(item);
            String said = item.getStream() == null ? "" : item.getStream().strip();
            if (said.matches("(?s)Step \\d+/\\d+ : .*")) {
                step = said.replaceFirst("^Step \\d+/\\d+ : ", "").replaceAll("\\s+", " ");
                line = "";
            } else if (!said.isEmpty() && !said.startsWith("--->") && !said.startsWith("Removing intermediate")) {
                line = said.lines().reduce((before, last) -> last).orElse("");
            }
        }

        String lastStep() {
            return step.isEmpty() ? "" : "at '" + shortened(step) + "': ";
        }

        String said() {
            return line.isEmpty() ? "" : " (it said last: " + shortened(line) + ")";
        }

        private static String shortened(String text) {
            int most = 160;
            String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
            return ForeignText.line(plain.length() <= most ? plain : plain.substring(0, most) + "…");
        }
    }
}
