package dev.versus.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a service is reached. A service that names neither a network nor a mode is attached to {@code default}. */
public record Connectivity(
        List<Port> ports,
        List<Integer> expose,
        List<Attachment> networks,
        @Nullable String mode,
        @Nullable String hostname) {

    /** A network that a service is attached to, and the other names that it has there. */
    public record Attachment(String network, List<String> aliases) {

        public Attachment {
            aliases = List.copyOf(aliases);
        }
    }

    public Connectivity {
        ports = List.copyOf(ports);
        expose = List.copyOf(expose);
        networks = List.copyOf(networks);
    }
}
