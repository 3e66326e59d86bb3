package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Program that is recognised by the image of a service and comes from the class path or from this host, such as PostgreSQL, Redis or nginx.
 */
public interface Engine extends Recipes {

    /** Tells whether a service runs this engine, by the names of its image and of its program. */
    boolean runs(ServiceDefinition service);

    /** Returns the port on which the engine listens in its image. */
    int port();

    /** Returns the options that make the program listen at the replica's address and port. */
    default List<String> listening(Replica replica) {
        return List.of();
    }

    /** Returns the mounted configuration files that mention ports, rewritten for where the replica runs, by their path in the image. */
    default Map<String, String> configuration(Replica replica, Site site) throws IOException {
        return Map.of();
    }

    /**
     * Returns the name and version of the program that runs instead of the version that the service's image names; nothing if that version
     * runs.
     */
    default Optional<String> substitution(ServiceDefinition service) {
        return Optional.empty();
    }

    /** Returns where the program was found, in a few words. */
    default String found() {
        return "from the class path";
    }
}
