package dev.versus.environment.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Reach;
import dev.versus.environment.StartedReplica;
import dev.versus.environment.docker.Networks.Membership;
import dev.versus.system.ServiceDefinition;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replica whose container has started.
 *
 * @param id the name of the container
 * @param host the address at which this host reaches it, on the first of its networks; nothing if it has no network
 * @param process its program, as a process of this host
 */
record Container(
        ContainerReplica replica,
        String id,
        Optional<String> host,
        ProcessIdentity process,
        List<String> commandLine,
        Instant at)
        implements StartedReplica {

    private static final String LOOPBACK = "127.0.0.1";

    Container {
        commandLine = List.copyOf(commandLine);
    }

    @Override
    public ServiceDefinition service() {
        return replica.service();
    }

    @Override
    public int number() {
        return replica.number();
    }

    static Optional<String> host(
            InspectContainerResponse found, ContainerReplica replica, List<Membership> memberships) {
        if (replica.isOnHostNetwork()) {
            return Optional.of(LOOPBACK);
        }
        Map<String, ContainerNetwork> networks = found.getNetworkSettings().getNetworks();
        Stream<ContainerNetwork> ends = memberships.isEmpty()
                ? networks.values().stream()
                : memberships.stream().flatMap(one -> Stream.ofNullable(networks.get(one.network())));
        return ends.flatMap(end -> Stream.ofNullable(end.getIpAddress()))
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    static List<String> commandLine(InspectContainerResponse found) {
        String[] arguments = found.getArgs() == null ? new String[0] : found.getArgs();
        return Stream.concat(Stream.of(String.valueOf(found.getPath())), Arrays.stream(arguments))
                .toList();
    }

    /**
     * Returns the address of its first port as reached in a given way; nothing if it cannot be reached so. {@link Reach#USUAL} is the
     * published port if there is one, else the container's address.
     */
    Optional<URI> address(Reach reach) {
        return switch (reach) {
            case USUAL -> address(Reach.PUBLISHED_PORT).or(() -> address(Reach.SERVICE_ADDRESS));
            case PUBLISHED_PORT ->
                replica.published().values().stream().findFirst().map(port -> uri(LOOPBACK, port));
            case SERVICE_ADDRESS -> host.flatMap(address -> replica.firstPort().map(port -> uri(address, port)));
        };
    }

    private static URI uri(String host, int port) {
        return URI.create("http://" + host + ":" + port);
    }
}
