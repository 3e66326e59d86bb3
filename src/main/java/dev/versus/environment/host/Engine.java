package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;

/** A program that is known by its image, and comes from the class path or is one of this host. */
public interface Engine extends Recipes {

    /** The names of the images and of the program that they run. */
    boolean runs(ServiceDefinition service);

    /** The port that its image listens on. */
    int port();

    /** Where the program was found. */
    default String found() {
        return "from the class path";
    }
}
