package dev.versus.environment.docker;

import dev.versus.InvalidInput;
import dev.versus.environment.Ports;
import dev.versus.environment.Reach;
import dev.versus.environment.StateFolder;
import dev.versus.environment.image.DockerEngine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of the Docker environment.
 *
 * @param state the folder in which runs record what they make
 * @param named the engine that runs the containers, or null for the engine of this user, which is looked for when it is needed
 * @param hostNetwork whether all containers use the network of this host instead of the networks of the Compose file
 * @param usual the default way in which services are reached
 * @param fixedPorts by service: the port of this host on which its first replica is published, instead of a free one
 * @param logs the folder in which the logs stay after the run, or null for the run's own folder, which is deleted with the run
 */
public record DockerOptions(
        StateFolder state,
        @Nullable DockerEngine named,
        boolean hostNetwork,
        Reach usual,
        Map<String, Integer> fixedPorts,
        @Nullable Path logs) {

    public DockerOptions {
        fixedPorts = Map.copyOf(fixedPorts);
    }

    /**
     * Returns the defaults: the user's state folder and engine, the networks of the Compose file, access by published ports where there are
     * any, free ports, logs that are deleted with the run.
     */
    public static DockerOptions defaults() {
        return new DockerOptions(StateFolder.ofUser(), null, false, Reach.USUAL, Map.of(), null);
    }

    /** Returns the engine that runs the containers. */
    public DockerEngine engine() {
        return named == null ? DockerEngine.ofUser() : named;
    }

    /** Returns these options with another state folder. */
    public DockerOptions state(Path folder) {
        return new DockerOptions(new StateFolder(folder), named, hostNetwork, usual, fixedPorts, logs);
    }

    /** Returns these options with another engine. */
    public DockerOptions engine(DockerEngine other) {
        return new DockerOptions(state, other, hostNetwork, usual, fixedPorts, logs);
    }

    /** Returns these options with a folder in which the logs stay after the run. */
    public DockerOptions logs(Path folder) {
        return new DockerOptions(state, named, hostNetwork, usual, fixedPorts, folder.toAbsolutePath());
    }

    /** Returns these options with all containers on the network of this host. */
    public DockerOptions onHostNetwork() {
        return new DockerOptions(state, named, true, usual, fixedPorts, logs);
    }

    /** Returns these options with another default way to reach services. */
    public DockerOptions reach(Reach way) {
        return new DockerOptions(state, named, hostNetwork, way, fixedPorts, logs);
    }

    /** Returns these options with a fixed port of this host for a service's first replica. */
    public DockerOptions fixedPort(String service, int port) {
        var ports = new LinkedHashMap<>(fixedPorts);
        ports.put(service, port);
        return new DockerOptions(state, named, hostNetwork, usual, ports, logs);
    }

    /**
     * Reads an option of the environment.
     *
     * @throws InvalidInput if the option is unknown, or cannot have that value
     */
    DockerOptions with(String option, String value) {
        if (option.startsWith(Ports.OPTION)) {
            return fixedPort(option.substring(Ports.OPTION.length()), Ports.read(option, value));
        }
        return switch (option + "=" + value) {
            case "network=host" -> onHostNetwork();
            case "network=bridge" -> new DockerOptions(state, named, false, usual, fixedPorts, logs);
            case "reach=published" -> reach(Reach.PUBLISHED_PORT);
            case "reach=address" -> reach(Reach.SERVICE_ADDRESS);
            default -> throw unknown(option, value);
        };
    }

    private static InvalidInput unknown(String option, String value) {
        return switch (option) {
            case "network" -> refused(option, value, "host or bridge");
            case "reach" -> refused(option, value, "published or address");
            default ->
                new InvalidInput("The environment 'docker' has no option " + option
                        + "; it has network=host|bridge, reach=published|address and port.<service>=<port>.");
        };
    }

    private static InvalidInput refused(String option, String value, String expected) {
        return new InvalidInput("The option " + option + " is " + value + ": expected " + expected + ".");
    }
}
