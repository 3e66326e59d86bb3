package dev.versus.environment;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Way in which one environment runs the replicas of one system: as processes of this host, in containers. A {@link Launch} calls it, which
 * decides when replicas start and stop, waits for their health, and tells what went wrong.
 *
 * @param <R> a replica that this runtime has started
 */
public interface ServiceRuntime<R extends StartedReplica> {

    /** Start of one replica that is prepared. */
    interface Start<R> {

        /**
         * Starts it.
         *
         * @throws IOException if the replica cannot be started, with the reason
         */
        R start() throws IOException;
    }

    /**
     * Makes what the replicas run in, such as networks. Everything that does not end with a process is recorded in the run first.
     *
     * @throws IOException if it cannot be made; what was made is removed with the run
     */
    void makeSurroundings() throws IOException;

    /**
     * Prepares a replica, such as by writing its configuration. It is started when {@link Start#start} is called.
     *
     * @param number the number of the replica, from 1
     * @throws IOException if it cannot be prepared, with the reason
     */
    Start<R> prepare(ServiceDefinition service, int number) throws IOException;

    /** Stops a replica and prepares it to start again, with the same files and at the same address. */
    Start<R> prepareAgain(R replica);

    /** Stops a replica: sends its stop signal, waits for its grace period, and then kills it. A replica that has ended is no error. */
    void stop(R replica);

    /** Frees what this runtime uses itself, after all replicas have stopped and before everything that the run has made is removed. */
    default void close() {}

    boolean isAlive(R replica);

    /** Returns how a replica ended, in a few words, such as {@code ended with exit code 1}. */
    String end(R replica);

    /** Returns a probe that knows the program of a replica better than a healthcheck does; nothing if there is none. */
    default Optional<Probe> ownProbe(R replica) {
        return Optional.empty();
    }

    /** Returns words of a healthcheck with the addresses by which the replica calls itself and others. */
    default List<String> words(R replica, List<String> words) {
        return words;
    }

    /** Returns the address at which the harness reaches what the replica calls by this address; nothing if it cannot. */
    Optional<URI> seenFromHere(R replica, URI address);

    /** Returns the probe that runs the command of a healthcheck in the surroundings of a replica. */
    Probe commandProbe(R replica, List<String> command, Duration limit);

    /** Runs a short command, as {@link Deployment#ask} does. */
    Optional<String> ask(R replica, List<String> command);

    /** Finishes the setup of a replica that is ready, before services that depend on it start. */
    default void setUp(R replica) throws IOException {}

    /** Returns further words for the message that a replica did not become ready in time. */
    default String unready(R replica) {
        return "";
    }

    /** Returns the way in which services are reached if a caller names none. */
    default Reach usualReach() {
        return Reach.USUAL;
    }

    /** Tells whether services can be reached in this way. */
    default boolean offers(Reach reach) {
        return reach == Reach.USUAL;
    }

    /** Returns the {@code http} address of a replica's first port as reached in a given way; nothing if it has none. */
    Optional<URI> address(R replica, Reach reach);

    /** Returns the process of a replica's program; nothing if it is not a process of this host. */
    default Optional<ProcessIdentity> process(R replica) {
        return Optional.empty();
    }

    /** Returns properties of a replica, as {@link Deployment#traits} describes. */
    default Map<String, String> traits(R replica) {
        return Map.of();
    }

    /** Returns the forwarders between this host and a replica, as {@link Deployment#inThePath} describes. */
    default List<String> inThePath(R replica, Reach reach) {
        return List.of();
    }

    /** Returns the processes of this host that forward requests to a replica. */
    default Stream<ProcessHandle> forwarders(R replica) {
        return Stream.empty();
    }

    /** Returns one sentence for each feature of the Compose files that is left out. */
    List<String> notices();
}
