package dev.versus.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ports and networks of a service. A service that names neither a network nor a mode is attached to {@code default}.
 *
 * @param ports the published ports
 * @param expose the exposed TCP ports
 * @param networks the attached networks
 * @param mode the {@code network_mode}, or null
 * @param hostname the host name inside the service, or null for the default
 */
public record Connectivity(
        List<Port> ports,
        List<Integer> expose,
        List<Attachment> networks,
        @Nullable String mode,
        @Nullable String hostname) {

    /** A network of a service, and the service's further names in that network. */
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
