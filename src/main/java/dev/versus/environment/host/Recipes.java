package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Knows what it takes to run services. */
public interface Recipes {

    /** Why this service cannot be run here, and how to mend it; nothing if it can. */
    Optional<String> objection(ServiceDefinition service);

    /** Whether a replica may have a folder of its own user, where root runs Versus. */
    default boolean makeHomes() {
        return false;
    }

    /** What runs otherwise than the Compose file asks for, a sentence each. */
    default List<String> notices() {
        return List.of();
    }

    Recipe prepare(Replica replica, Workshop workshop) throws IOException;
}
