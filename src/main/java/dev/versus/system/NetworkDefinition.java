package dev.versus.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network that services share; an internal one has no route to the outside. */
public record NetworkDefinition(
        String name, boolean internal, @Nullable String driver, List<String> subnets, boolean ipv6) {

    /** The name of the network for services that name none. */
    public static final String DEFAULT = "default";

    public NetworkDefinition {
        subnets = List.copyOf(subnets);
    }
}
