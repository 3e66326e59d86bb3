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

/** Place on this host where the replicas of a system run, with the translation of their commands and variables to the addresses there. */
public interface Site {

    /** Returns the replicas of a service, with their addresses and ports. */
    List<Replica> replicas(ServiceDefinition service);

    /**
     * Makes the place before anything starts in it. Everything that outlives its processes is recorded in the run first.
     *
     * @throws IOException if it cannot be made; what was made is removed with the run
     */
    default void stand(Run run) throws IOException {}

    /** Returns the words of a command or healthcheck with the addresses of this place. */
    default List<String> words(Replica replica, List<String> words) {
        return words;
    }

    /** Returns environment variables with the addresses of this place. */
    default Map<String, String> variables(Replica replica, Map<String, String> variables) {
        return variables;
    }

    /** Returns the command that runs another one in the place of a replica. Its process executes that command and keeps its id. */
    default List<String> inside(Replica replica, List<String> command) {
        return command;
    }

    /** Returns the command that runs another one in the place of a replica that runs already, with its files and its network. */
    default List<String> beside(Replica replica, List<String> command) {
        return inside(replica, command);
    }

    /** Returns the id of the replica's program if the started process only waits for it; else nothing. */
    default OptionalLong program(Replica replica) {
        return OptionalLong.empty();
    }

    /** Returns the address at which the harness reaches what the replica calls by this address; nothing if it cannot. */
    default Optional<URI> seenFromHere(Replica replica, URI address) {
        return Optional.of(address);
    }

    /** Returns what only the site knows of how a replica runs, as {@link dev.versus.environment.Deployment#traits} describes. */
    default Map<String, String> traits(Replica replica) {
        return Map.of();
    }

    /** Tells whether replicas can be reached in this way. */
    default boolean offers(Reach reach) {
        return reach == Reach.USUAL;
    }
}
