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
 * Build of the image of one service, as its Compose file describes it. The tag is a digest of everything that it is made from (files,
 * Dockerfile, arguments, ids of the base images), so that an existing image with that tag is the right one.
 *
 * @param bases the base images by the names in the Dockerfile
 */
record ImageBuild(ServiceDefinition service, Build build, BuildContext context, Map<String, Image> bases) {

    /** The label of images that Versus has built. */
    static final String LABEL = "dev.versus.build";

    private static final int LIMIT_MINUTES = 30;
    private static final int PIPE = 1 << 16;

    /** Returns the tag of the image, by which an earlier build is found. */
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
     * Builds the image.
     *
     * @throws InvalidInput if it cannot be built, with the failed step and its last line of output
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
                            + output.lastStep() + EngineRefusal.reason(failed) + output.said() + ".",
                    failed);
        }
    }

    private record Parcel(Dockerfile dockerfile, HostNetworking host) {}

    private String base(String name) {
        Image image = bases.get(name);
        return image == null || image.standsInFor().isEmpty() ? name : image.reference();
    }

    /** Sends the context through a pipe: it may be large, and no temporary file can be left behind. */
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
            // The engine no longer reads, and says why, or notices that the archive is incomplete.
        }
    }

    /** Output of the build: its last step, and the last line of that step. */
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
            return line.isEmpty() ? "" : " (last output: " + shortened(line) + ")";
        }

        private static String shortened(String text) {
            int most = 160;
            String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
            return ForeignText.line(plain.length() <= most ? plain : plain.substring(0, most) + "…");
        }
    }
}
