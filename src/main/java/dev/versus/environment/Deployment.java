package dev.versus.environment;

import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One running system in one environment. Closing it removes everything that it made; closing it again does nothing. */
public interface Deployment extends AutoCloseable {

    /** Returns the system that runs. */
    SystemDefinition system();

    /** Returns the id that everything of this deployment carries in its name or environment. */
    RunId run();

    /** Returns every replica of every service, in the order of the Compose file. */
    List<RunningService> services();

    /**
     * Returns the addresses of a service's first port: one {@code http} address per replica.
     *
     * @throws dev.versus.InvalidInput if there is no such service, or it has no port
     */
    default List<URI> addresses(String service) {
        return addresses(service, Reach.USUAL);
    }

    /**
     * Returns the addresses of a service's first port as reached in a given way, such as by the published port.
     *
     * @throws dev.versus.InvalidInput if this deployment does not offer that way
     */
    List<URI> addresses(String service, Reach reach);

    /**
     * Runs a short command in the surroundings of a replica: with its file system, its network and its programs.
     *
     * @return the standard output of the command; nothing if the command cannot be run, fails, or takes longer than a few seconds
     */
    Optional<String> ask(RunningService replica, List<String> command);

    /** Runs the healthcheck of a replica once. Without a healthcheck, it tells whether the replica's port accepts a connection. */
    Health health(RunningService replica);

    /** Returns how a replica has ended, in a few words such as {@code ended with exit code 1}; nothing as long as it runs. */
    Optional<String> end(RunningService replica);

    /**
     * Stops every replica of a service, starts it again at the same addresses, and returns when it is healthy. Its processes are new ones;
     * {@link #services} returns them.
     *
     * @throws dev.versus.InvalidInput if there is no such service
     * @throws DeploymentFailed if the service does not become healthy again; the rest of the system keeps running
     */
    void restart(String service);

    /**
     * Returns those properties of a running replica that only its environment knows and that may make it faster or slower, by key.
     * Examples: {@code isolation.log-driver}, {@code isolation.network-mode}, {@code isolation.image} (a digest or id, not a tag). Ports,
     * addresses and ids of this launch are left out, because two launches of the same system must give the same values. All other parts of
     * a fingerprint are read from the replica itself, in every environment alike. docs/results.md lists the keys.
     */
    Map<String, String> traits(RunningService replica);

    /**
     * Returns the kinds of forwarders between this host and a service, in the order in which a request passes them: {@code docker-proxy}
     * where a published port leads through Docker's userland proxy, {@code nat} where the kernel rewrites addresses. Empty if requests go
     * straight to the service.
     */
    List<String> inThePath(String service, Reach reach);

    /**
     * Returns the processes that run now on this host to forward requests to services, such as {@code docker-proxy}. They belong to no
     * service, but their work is a cost of this environment, so they get the CPUs of the services.
     */
    List<ProcessHandle> forwarders();

    /** Returns the folder that holds one log file per replica. */
    Path logs();

    /** Returns one sentence for each feature of the Compose files that this environment leaves out. */
    List<String> notices();

    @Override
    void close();
}
