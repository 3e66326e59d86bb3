package dev.versus.environment.process;

import dev.versus.environment.Deployment;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small systems that tests write, launch and look for afterwards. */
final class Systems {

    private final Path folder;

    Systems(Path folder) {
        this.folder = folder;
    }

    static final String SAMPLE = "java -Xshare:auto -XX:TieredStopAtLevel=1 -cp \"${TEST_CLASSPATH}\""
            + " dev.versus.environment.process.SampleService";

    SystemDefinition define(String yaml) {
        try {
            Path file = Files.createDirectories(folder.resolve("system")).resolve("compose.yaml");
            Files.writeString(file, yaml.replace("SAMPLE", SAMPLE));
            return SystemDefinition.readFile(file, List.of(), variables());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Interpolation variables() {
        Path classes = Path.of(SampleService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return new Interpolation(Map.of("TEST_CLASSPATH", classes.toString()));
    }

    ProcessOptions options() {
        return ProcessOptions.defaults().state(state());
    }

    Path state() {
        return folder.resolve("state");
    }

    Deployment launch(String yaml) {
        return new ProcessEnvironment(options()).launch(define(yaml));
    }

    /** What runs have left in the state folder, logs of failures aside. */
    List<Path> leftovers() {
        try (Stream<Path> entries = Files.list(state())) {
            return entries.filter(path -> !path.endsWith("failures")).toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
