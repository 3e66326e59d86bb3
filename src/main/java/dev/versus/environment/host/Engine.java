package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that is known by its image, and comes from the class path or is one of this host. */
public interface Engine extends Recipes {

    /** The names of the images and of the program that they run. */
    boolean runs(ServiceDefinition service);

    /** The port that its image listens on. */
    int port();

    /** The options that have the program listen where the replica does. */
    default List<String> listening(Replica replica) {
        return List.of();
    }

    /** The files that are mounted for its image and name ports, as they read where the replica runs; by their place in the image. */
    default Map<String, String> configuration(Replica replica, Site site) throws IOException {
        return Map.of();
    }

    /** The program that runs in the place of another version that the service's image names; nothing if it is that version. */
    default Optional<String> substitution(ServiceDefinition service) {
        return Optional.empty();
    }

    /** Where the program was found. */
    default String found() {
        return "from the class path";
    }
}
