package dev.versus.environment.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.Images;
import dev.versus.environment.image.RunLabels;
import dev.versus.system.Interpolation;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small systems that tests write, launch in containers and look for afterwards; each runs Python, which any machine with images has. */
final class Lab {

    static final String IMAGE = "python:3.14-slim";

    /** The first process of a container hears no SIGTERM unless it asks for it. */
    private static final String AT_ONCE = "stop_signal: SIGKILL";

    private static final String WEB = "image: '" + IMAGE + "', command: [python3, -m, http.server, '8080'], " + AT_ONCE;
    private static final String SLEEP = "image: '" + IMAGE + "', command: [sleep, '1000'], " + AT_ONCE;

    private final Path folder;
    private final DockerEngine engine;

    Lab(Path folder) {
        this(folder, DockerEngine.ofUser());
    }

    Lab(Path folder, DockerEngine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /** Skips the test, and says so, where there is no engine of this machine or no image to run. */
    static void assumeDocker() {
        DockerEngine engine = DockerEngine.ofUser();
        DockerEngine.Answer answer = engine.look();
        assumeTrue(
                answer.answers() && engine.isHere(),
                "SKIPPED, for " + answer.words() + ": ./versus provision docker images");
        var service = new Lab(Path.of(System.getProperty("java.io.tmpdir"))).service();
        assumeTrue(
                new Images(engine).present(service).isPresent(),
                "SKIPPED, for neither " + IMAGE + " nor one in its place is here: ./versus provision images");
    }

    private ServiceDefinition service() {
        try {
            Path file = Files.createTempFile(folder, "compose-", ".yaml");
            try {
                Files.writeString(file, "services: {any: {image: '" + IMAGE + "'}}");
                return SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()))
                        .service("any");
            } finally {
                Files.delete(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a Compose file; {@code WEB} in it is an HTTP server at port 8080, {@code SLEEP} something that only runs. */
    SystemDefinition define(String yaml) {
        try {
            Path file = Files.createDirectories(folder.resolve("system")).resolve("compose.yaml");
            Files.writeString(
                    file, yaml.replace("WEB", WEB).replace("SLEEP", SLEEP).replace("IMAGE", IMAGE));
            return SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    DockerOptions options() {
        return DockerOptions.defaults().state(state()).engine(engine);
    }

    Path state() {
        return folder.resolve("state");
    }

    Deployment launch(String yaml) {
        return new DockerEnvironment(options()).launch(define(yaml));
    }

    /** What runs have left in the state folder, logs of failures aside. */
    List<Path> leftovers() {
        try (Stream<Path> entries = Files.list(state())) {
            return entries.filter(path -> !path.endsWith("failures")).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Everything of the engine that bears a run's label, by its name. */
    List<String> madeBy(RunId run) {
        return labelled(RunLabels.RUN + "=" + run);
    }

    List<String> labelled(String label) {
        return engine.ask(client -> {
            var names = new ArrayList<String>();
            names.addAll(containers(client, label));
            client.listNetworksCmd()
                    .withFilter("label", List.of(label))
                    .exec()
                    .forEach(network -> names.add(network.getName()));
            client.listVolumesCmd()
                    .withFilter("label", List.of(label))
                    .exec()
                    .getVolumes()
                    .forEach(volume -> names.add(volume.getName()));
            return names;
        });
    }

    private static List<String> containers(DockerClient client, String label) {
        return client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec().stream()
                .flatMap(container -> Stream.of(container.getNames()))
                .map(name -> name.replaceFirst("^/", ""))
                .toList();
    }

    DockerEngine engine() {
        return engine;
    }
}
