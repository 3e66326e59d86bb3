package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replica of a service before it runs.
 *
 * @param number from 1
 */
public record Replica(ServiceDefinition service, int number, Endpoint endpoint) {

    private static final int FIRST_OF_ALL = 1024;

    /** Returns its name, such as {@code api-gateway-1}. */
    public String name() {
        return service.name() + "-" + number;
    }

    /** Returns the port at its address for each port that the Compose file mentions, in the order in which the service declares them. */
    public Map<Integer, Integer> ports() {
        return endpoint.ports();
    }

    /** Returns the address and port for a port of the Compose file. */
    InetSocketAddress at(int port) {
        return new InetSocketAddress(endpoint.host(), ports().getOrDefault(port, port));
    }

    /** Returns the capabilities that the replica needs to listen: only root may take ports below 1024 of this host. */
    List<String> rights() {
        boolean roots = !endpoint.alone() && ports().values().stream().anyMatch(port -> port < FIRST_OF_ALL);
        return roots ? List.of("net_bind_service") : List.of();
    }

    /** Returns the address of its first port, or null if it has none. */
    @Nullable
    InetSocketAddress first() {
        return ports().isEmpty() ? null : at(ports().keySet().iterator().next());
    }

    @Nullable
    URI address() {
        InetSocketAddress first = first();
        return first == null ? null : URI.create("http://" + endpoint.host() + ":" + first.getPort());
    }
}
