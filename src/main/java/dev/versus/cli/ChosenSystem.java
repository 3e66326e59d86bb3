package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.ProjectFolder;
import dev.versus.environment.Environment;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A system of services/, in a variant, for an environment: what is to be started, or made ready to be. */
final class ChosenSystem {

    @Parameters(
            paramLabel = "<system>",
            description = "A folder of services/, such as shop; or the path of a Compose file or its folder.")
    @SuppressWarnings("NullAway.Init")
    private String system;

    @Option(names = "--variant", paramLabel = "<variant>", description = "An override, compose.<variant>.yaml.")
    private @Nullable String variant;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            defaultValue = "process",
            description = "How it is started: ${DEFAULT-VALUE} unless said otherwise; with options after a colon:"
                    + " docker:network=host.")
    @SuppressWarnings("NullAway.Init")
    private String environment;

    @Option(
            names = "--port",
            paramLabel = "<service>=<port>",
            description = "The port of this host for a service's first replica; may be given several times.")
    private Map<String, Integer> ports = new TreeMap<>();

    /** The environment with its options. */
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

    /** The system as its Compose files describe it there. */
    SystemDefinition definition(Environment there) {
        Interpolation variables = Interpolation.ofProcess().withDefaults(there.variables(system));
        return SystemDefinition.read(ProjectFolder.services(), system, variant, variables);
    }
}
