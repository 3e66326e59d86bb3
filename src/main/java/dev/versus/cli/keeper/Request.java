package dev.versus.cli.keeper;

import java.util.List;

/** A request of a command to a keeper. */
public record Request(Verb verb, List<String> services) {

    /** The actions of a keeper. */
    public enum Verb {
        /** Takes the system down and ends, without an answer. */
        DOWN,
        /** Asks the replicas of the named services, or of all services, for their health. */
        TEST,
        /** Restarts the named services. */
        RESTART
    }

    public Request {
        services = List.copyOf(services);
    }
}
