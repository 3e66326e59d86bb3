package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.ProjectFolder;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.system.SystemDefinition;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that choose a system, its variant and its environment, for the commands that start or build one. */
final class SystemOptions {

    @Parameters(
            paramLabel = "<system>",
            description = "Folder of services/, such as shop; or path of a Compose file or of its folder.")
    @SuppressWarnings("NullAway.Init")
    private String system;

    @Option(names = "--variant", paramLabel = "<variant>", description = "Override file: compose.<variant>.yaml.")
    private @Nullable String variant;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            defaultValue = "process",
            description = "Environment in which the system starts; ${DEFAULT-VALUE} by default. Options follow a colon:"
                    + " docker:network=host.")
    @SuppressWarnings("NullAway.Init")
    private String environment;

    @Option(
            names = "--port",
            paramLabel = "<service>=<port>",
            description = "Port of this host for the first replica of a service; may be given several times.")
    private Map<String, Integer> ports = new TreeMap<>();

    /** Reads the environment and its options. */
    EnvironmentChoice choice() {
        try {
            EnvironmentChoice choice = EnvironmentChoice.parse(environment);
            for (Map.Entry<String, Integer> port : ports.entrySet()) {
                choice = choice.with("port." + port.getKey(), String.valueOf(port.getValue()));
            }
            return choice;
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("--environment " + environment + ": " + e.getMessage() + ".", e);
        }
    }

    /** Reads the Compose files of the system. */
    SystemDefinition definition() {
        return SystemDefinition.read(ProjectFolder.services(), system, variant);
    }
}
