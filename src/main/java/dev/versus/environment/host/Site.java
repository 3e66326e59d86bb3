package dev.versus.environment.host;

import dev.versus.environment.Reach;
import dev.versus.environment.Run;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where on this host the replicas of a system run, and how what they are told is said there. */
public interface Site {

    List<Replica> replicas(ServiceDefinition service);

    /**
     * Makes the place itself, before anything starts there; all that outlives processes is written down in the run first.
     *
     * @throws IOException if it cannot be made; what was made goes with the run
     */
    default void stand(Run run) throws IOException {}

    /** The words of a command or of a healthcheck. */
    default List<String> words(Replica replica, List<String> words) {
        return words;
    }

    default Map<String, String> variables(Replica replica, Map<String, String> variables) {
        return variables;
    }

    /** The command that runs this one where the replica runs; its process is the one that it turns into. */
    default List<String> inside(Replica replica, List<String> command) {
        return command;
    }

    /** The same where the replica runs already, with all that it has there. */
    default List<String> beside(Replica replica, List<String> command) {
        return inside(replica, command);
    }

    /** The process that is the replica's program, where the one that was started only waits for it. */
    default OptionalLong program(Replica replica) {
        return OptionalLong.empty();
    }

    /** What the replica calls by this address, as the harness calls it; nothing if it cannot. */
    default Optional<URI> seenFromHere(Replica replica, URI address) {
        return Optional.of(address);
    }

    /** What the site alone knows of how a replica runs, as {@link dev.versus.environment.Deployment#traits} tells it. */
    default Map<String, String> traits(Replica replica) {
        return Map.of();
    }

    default boolean offers(Reach reach) {
        return reach == Reach.USUAL;
    }
}
