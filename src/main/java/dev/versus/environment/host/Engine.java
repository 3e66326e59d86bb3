package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;

/** A program that is known by its image and comes as a binary from the class path. */
public interface Engine extends Recipes {

    /** The names of the images and of the program that they run. */
    boolean runs(ServiceDefinition service);

    /** The port that its image listens on. */
    int port();
}
