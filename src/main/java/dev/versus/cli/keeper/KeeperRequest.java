package dev.versus.cli.keeper;

import java.util.List;

/** A request of a command to a keeper. */
public record KeeperRequest(Verb verb, List<String> services) {

    /** The actions of a keeper. */
    public enum Verb {
        /** Takes the system down and ends, without an answer. */
        DOWN,
        /** Asks the replicas of the named services, or of all services, for their health. */
        TEST,
        /** Restarts the named services. */
        RESTART
    }

    public KeeperRequest {
        services = List.copyOf(services);
    }
}
