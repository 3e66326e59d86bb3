package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One replica of a service before it runs.
 *
 * @param number from 1
 */
public record Replica(ServiceDefinition service, int number, Endpoint endpoint) {

    private static final int FIRST_OF_ALL = 1024;

    public String name() {
        return service.name() + "-" + number;
    }

    /** The port at its address for each port that the Compose file speaks of, in the order in which the service declares them. */
    public Map<Integer, Integer> ports() {
        return endpoint.ports();
    }

    /** Where it is reached at the port that the Compose file calls by this number. */
    InetSocketAddress at(int port) {
        return new InetSocketAddress(endpoint.host(), ports().getOrDefault(port, port));
    }

    /** The capabilities that it takes to listen where it does: ports below 1024 of this host are root's. */
    List<String> rights() {
        boolean roots = !endpoint.alone() && ports().values().stream().anyMatch(port -> port < FIRST_OF_ALL);
        return roots ? List.of("net_bind_service") : List.of();
    }

    /** Where its first port is reached, or null if it has none. */
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
