package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One replica of a service before it runs.
 *
 * @param number from 1
 */
public record Replica(ServiceDefinition service, int number, Endpoint endpoint) {

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
