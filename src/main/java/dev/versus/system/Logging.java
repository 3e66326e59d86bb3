package dev.versus.system;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log driver of a container and its options. */
public record Logging(@Nullable String driver, Map<String, String> options) {

    public Logging {
        options = Ordered.copyOf(options);
    }
}
