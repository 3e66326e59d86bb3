package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.system.SystemDefinition;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One running system in one environment; closing it removes everything that it made, and closing it again does nothing. */
public interface Deployment extends AutoCloseable {

    SystemDefinition system();

    RunId run();

    /** Every replica of every service, in the order of the Compose file. */
    List<RunningService> services();

    /**
     * Where to reach the first port of a service: one {@code http} address a replica.
     *
     * @throws dev.versus.InvalidInput if there is no such service, or it has no port
     */
    List<URI> addresses(String service);

    /**
     * The same by one way of several.
     *
     * @throws dev.versus.InvalidInput if this deployment does not offer that way
     */
    default List<URI> addresses(String service, Reach reach) {
        if (reach != Reach.USUAL) {
            throw new InvalidInput("'" + system().name() + "' is reached in one way only here, not by "
                    + reach.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ": leave the way out, or choose another environment.");
        }
        return addresses(service);
    }

    /**
     * Runs a short command where a replica runs: with its file system, its network and its programs.
     *
     * @return what it printed on its standard output; nothing if it cannot be run there, fails, or takes longer than a few seconds
     */
    Optional<String> ask(RunningService replica, List<String> command);

    /** Asks a replica how it is, as its healthcheck does; without one, whether its port accepts a connection. */
    default Health health(RunningService replica) {
        URI address = replica.address();
        return address == null
                ? new Health(true, "has no port to be asked at")
                : new TcpProbe(new InetSocketAddress(address.getHost(), address.getPort()), Duration.ofSeconds(2))
                        .ask();
    }

    /**
     * Stops every replica of a service, starts it anew at the addresses that it had, and returns when it is healthy again. Its
     * processes are others then: {@link #services} tells them.
     *
     * @throws dev.versus.InvalidInput if there is no such service, or this environment cannot do it
     * @throws DeploymentFailed if it does not come up again; the rest of the system runs on
     */
    default void restart(String service) {
        throw new InvalidInput("A service of a system that runs here cannot be started anew alone: take '"
                + system().name() + "' down and up again.");
    }

    /**
     * What this environment alone knows of how a replica runs and what may make it faster or slower, by key: {@code
     * isolation.log-driver}, {@code isolation.network-mode}, {@code isolation.image} (by its digest or id, not by a tag), say. Ports,
     * addresses and ids of this launch are none of it, for two launches of the same must tell the same. Everything else of a
     * fingerprint is found out by asking the replica itself, in every environment alike; docs/results.md lists the keys.
     */
    default Map<String, String> traits(RunningService replica) {
        return Map.of();
    }

    /**
     * What forwards requests between this host and a service that is reached this way, and is no part of the system itself: {@code
     * docker-proxy} where a published port leads through Docker's userland proxy, {@code nat} where the kernel rewrites
     * addresses; in the order of the way there. Nothing if requests go straight to the service.
     */
    default List<String> inThePath(String service, Reach reach) {
        return List.of();
    }

    /**
     * Processes of this host that carry requests to services and belong to none of them, such as {@code docker-proxy}: their work is
     * a cost of this environment, so they get the CPUs of the services. Those that run now.
     */
    default List<ProcessHandle> forwarders() {
        return List.of();
    }

    /** The folder that holds one log a replica. */
    Path logs();

    /** What this environment leaves out of what the Compose files ask for; a sentence each. */
    List<String> notices();

    @Override
    void close();
}
