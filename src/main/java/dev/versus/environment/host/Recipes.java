package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Source of recipes for services. */
public interface Recipes {

    /** Returns why this service cannot run here, and how to mend it; nothing if it can. */
    Optional<String> objection(ServiceDefinition service);

    /** Tells whether, where root runs Versus, a replica may need a folder that belongs to its own user. */
    default boolean makeHomes() {
        return false;
    }

    /** Returns what runs otherwise than the Compose file asks for, a sentence each. */
    default List<String> notices() {
        return List.of();
    }

    /** Prepares a replica, such as by writing its configuration, and returns how to run it. */
    Recipe prepare(Replica replica, ReplicaPreparation preparation) throws IOException;
}
