package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A way to start a system. An implementation has a public constructor without arguments and stands in
 * {@code META-INF/services/dev.versus.environment.Environment}, by which {@link Environments} finds it.
 */
public interface Environment {

    String name();

    /**
     * The same environment with options of its own kind, by name.
     *
     * @throws InvalidInput for an option that it does not know, or a value that the option cannot have
     */
    default Environment with(Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new InvalidInput("The environment '" + name() + "' has no option "
                    + String.join(", ", new TreeSet<>(options.keySet())) + ": leave it out.");
        }
        return this;
    }

    /** What it needs of this machine, each looked at now; nothing is started or changed. */
    default List<Requirement> requirements() {
        return List.of();
    }

    /** What a system needs of this machine to be launched here: a program or an image for each of its services. */
    default List<Requirement> requirements(SystemDefinition system) {
        return List.of();
    }

    /**
     * Makes ahead of a launch what it would make first, such as images; what is there already is left alone.
     *
     * @return what was made, a few words each
     */
    default List<String> prepare(SystemDefinition system) {
        return List.of();
    }

    /** What launches have left for the next ones, of every system; what one that runs now needs is none of it. */
    default List<Kept> kept() {
        return List.of();
    }

    /**
     * Removes what runs have left whose record is lost, if this environment can know it.
     *
     * @return what was removed, a few words each
     */
    default List<String> removeOrphans() {
        return List.of();
    }

    /** Variables that this environment offers to the Compose files of a system; what the user has set wins over them. */
    default Map<String, String> variables(String system) {
        return Map.of();
    }

    /**
     * Checks what is needed, starts the services in the order of their dependencies, and returns when all of them are healthy.
     *
     * @throws dev.versus.InvalidInput if the system cannot be started here at all; nothing was started then
     * @throws DeploymentFailed if a service did not start or did not become healthy; everything that was started is gone then
     */
    Deployment launch(SystemDefinition system);
}
