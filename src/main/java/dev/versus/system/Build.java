package dev.versus.system;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the image of a service is built; {@code context} is resolved against the system's folder. */
public record Build(
        Path context,
        @Nullable String dockerfile,
        Map<String, String> args,
        @Nullable String target) {

    public Build {
        args = Ordered.copyOf(args);
    }
}
