package dev.versus.environment.namespace;

import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.Recipes;
import dev.versus.environment.host.Site;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the programs of services come from, and with them the files that they see. */
interface ProgramSource {

    /** Variables for the Compose files of a system. */
    Map<String, String> variables(String system);

    List<Requirement> requirements(SystemDefinition system);

    /** Makes ahead of launches what they would make first, and says what. */
    List<String> prepare(SystemDefinition system);

    /** Whether the services see what the Compose file says of volumes, users and capabilities. */
    boolean appliesAll();

    /**
     * All that a system's services need; it may take its time.
     *
     * @param folder the run's
     * @throws dev.versus.InvalidInput if it cannot be had
     */
    Supply supply(SystemDefinition system, Run run, Path folder);

    /** What the replicas of one launch see, and how services are run at a site. */
    record Supply(FileSystems files, Function<Site, Recipes> recipes) {}
}
