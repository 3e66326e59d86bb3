package dev.versus.cli.keeper;

import java.util.List;

/** What a command asks of a keeper. */
public record Request(Verb verb, List<String> services) {

    /** What a keeper can do. */
    public enum Verb {
        /** Takes the system down and ends; there is no answer. */
        DOWN,
        /** Asks replicas how they are: of all services, or of those named. */
        TEST,
        /** Starts the named services anew. */
        RESTART
    }

    public Request {
        services = List.copyOf(services);
    }
}
