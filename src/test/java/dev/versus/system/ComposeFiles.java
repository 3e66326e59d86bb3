package dev.versus.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A system folder that a test writes and reads. */
final class ComposeFiles {

    private final Path services;

    ComposeFiles(Path services) {
        this.services = services;
    }

    ComposeFiles base(String yaml) {
        return file("compose.yaml", yaml);
    }

    ComposeFiles variant(String yaml) {
        return file("compose.other.yaml", yaml);
    }

    private ComposeFiles file(String name, String yaml) {
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve(name), yaml);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Path folder() {
        return services.resolve("shop");
    }

    SystemDefinition read() {
        return read(Map.of());
    }

    SystemDefinition read(Map<String, String> variables) {
        return SystemDefinition.read(services, "shop", null, new Interpolation(variables));
    }

    SystemDefinition merged() {
        return SystemDefinition.read(services, "shop", "other", new Interpolation(Map.of()));
    }

    static SystemDefinition single(Path services, String body) {
        return new ComposeFiles(services)
                .base("services:\n  web:\n    image: web\n" + body.indent(4))
                .read();
    }

    static ServiceDefinition web(Path services, String body) {
        List<ServiceDefinition> all = single(services, body).services();
        return all.get(0);
    }
}
