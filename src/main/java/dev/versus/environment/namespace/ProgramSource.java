package dev.versus.environment.namespace;

import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.Recipes;
import dev.versus.environment.host.Site;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Source of the programs of services, and of the files that they see. */
interface ProgramSource {

    /** Checks for each service whether its program is here. */
    List<Requirement> requirements(SystemDefinition system);

    /** Makes ahead of time what a first launch would make. */
    void prepare(SystemDefinition system, Consumer<String> progress);

    /** Builds what is left to build before anything starts, and returns the system as its services run here. */
    default SystemDefinition built(SystemDefinition system, Consumer<String> progress) {
        return system;
    }

    /** Tells whether settings of volumes, users and capabilities in the Compose file are applied. */
    boolean appliesAll();

    /**
     * Makes everything that a system's services need. This may take minutes.
     *
     * @param folder the run's folder
     * @throws dev.versus.InvalidInput if something cannot be made
     */
    Supply supply(SystemDefinition system, Run run, Path folder);

    /** File systems of the replicas of one launch, and recipes for the services at a site. */
    record Supply(FileSystems files, Function<Site, Recipes> recipes) {}
}
