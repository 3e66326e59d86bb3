package dev.versus.environment.process;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.util.Optional;

/** A program that is known by its image and comes as a binary from the class path. */
interface Engine {

    /** The names of the images and of the program that they run. */
    boolean runs(ServiceDefinition service);

    /** The port that its image listens on. */
    int port();

    /** Why this service cannot be run here, and how to mend it; nothing if it can. */
    Optional<String> objection(ServiceDefinition service);

    Recipe prepare(Replica replica, Workshop workshop) throws IOException;
}
