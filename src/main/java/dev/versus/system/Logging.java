package dev.versus.system;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a container's log goes. */
public record Logging(@Nullable String driver, Map<String, String> options) {

    public Logging {
        options = Ordered.copyOf(options);
    }
}
