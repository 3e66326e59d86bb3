package dev.versus.environment.process;

import dev.versus.InvalidInput;
import dev.versus.environment.Ports;
import dev.versus.environment.StateFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of the process environment.
 *
 * @param state the folder in which runs record what they make
 * @param fixedPorts by service: the port of the host that its first replica listens on, instead of a free one
 * @param logs the folder in which the logs stay after the run, or null for the run's own folder, which is deleted with the run
 */
public record ProcessOptions(
        StateFolder state,
        Map<String, Integer> fixedPorts,
        @Nullable Path logs) {

    public ProcessOptions {
        fixedPorts = Map.copyOf(fixedPorts);
    }

    /** Returns the defaults: the user's state folder, free ports, logs that are deleted with the run. */
    public static ProcessOptions defaults() {
        return new ProcessOptions(StateFolder.ofUser(), Map.of(), null);
    }

    /** Returns these options with another state folder. */
    public ProcessOptions state(Path folder) {
        return new ProcessOptions(new StateFolder(folder), fixedPorts, logs);
    }

    /** Returns these options with a fixed port of the host for a service's first replica. */
    public ProcessOptions fixedPort(String service, int port) {
        var ports = new LinkedHashMap<>(fixedPorts);
        ports.put(service, port);
        return new ProcessOptions(state, ports, logs);
    }

    /**
     * Reads an option of the environment, {@code port.<service>=<port>}.
     *
     * @throws InvalidInput if the option is unknown, or its value is not a port
     */
    ProcessOptions with(String option, String value) {
        if (!option.startsWith(Ports.OPTION)) {
            throw new InvalidInput("The environment 'process' has no option " + option + "; it has " + Ports.OPTION
                    + "<service>=<port>.");
        }
        return fixedPort(option.substring(Ports.OPTION.length()), Ports.read(option, value));
    }

    /** Returns these options with a folder in which the logs stay after the run. */
    public ProcessOptions logs(Path folder) {
        return new ProcessOptions(state, fixedPorts, folder.toAbsolutePath());
    }
}
