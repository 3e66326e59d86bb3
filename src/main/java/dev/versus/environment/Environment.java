package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.Kept;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Way to start a system. An implementation has a public constructor without arguments and is listed in
 * {@code META-INF/services/dev.versus.environment.Environment}, where {@link Environments} finds it.
 */
public interface Environment {

    /** Returns the name by which users choose this environment, such as {@code docker}. */
    String name();

    /**
     * Returns this environment with the given options, by name.
     *
     * @throws InvalidInput for an unknown option, or a value that the option cannot have
     */
    default Environment with(Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new InvalidInput("The environment '" + name() + "' has no option "
                    + String.join(", ", new TreeSet<>(options.keySet())) + ": leave it out.");
        }
        return this;
    }

    /** Checks what this environment needs of this machine. It starts and changes nothing. */
    default List<Requirement> requirements() {
        return List.of();
    }

    /** Checks what a system needs of this machine to be launched here: a program or an image for each of its services. */
    default List<Requirement> requirements(SystemDefinition system) {
        return List.of();
    }

    /**
     * Makes ahead of time what a first launch would make, such as images. What exists already is left alone.
     *
     * @param progress takes a line about each thing that is made
     */
    default void prepare(SystemDefinition system, Consumer<String> progress) {}

    /**
     * Returns what launches of any system have kept for later launches, such as images. It holds nothing that a running launch made for
     * itself.
     */
    default List<Kept> kept() {
        return List.of();
    }

    /**
     * Removes leftovers of runs whose record in the state folder is lost, if this environment can recognise them.
     *
     * @return what was removed, a few words each
     */
    default List<String> removeOrphans() {
        return List.of();
    }

    /**
     * Checks the requirements, builds the services, starts them in the order of their dependencies, and returns when all of them are
     * healthy.
     *
     * @param progress takes a line before and after each thing that takes long
     * @throws dev.versus.InvalidInput if the system cannot be started here at all; nothing was started then
     * @throws DeploymentFailed if a service did not start or did not become healthy; everything that was started has been removed then
     */
    Deployment launch(SystemDefinition system, Consumer<String> progress);

    /** Launches a system as {@link #launch(SystemDefinition, Consumer)} does, and says nothing meanwhile. */
    default Deployment launch(SystemDefinition system) {
        return launch(system, line -> {});
    }
}
