package dev.versus.environment.namespace;

import dev.versus.environment.host.Replica;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which file systems a replica sees, once it is in its network. */
interface FileSystems {

    /** Whether they are other than the host's, so that a replica in the host's network has to be led to them too. */
    boolean areApart();

    /** Writes down what {@link #entry} needs. */
    default void prepare(Replica replica, Place place) throws IOException {}

    /**
     * The words before a command that starts a replica, in a mount namespace of its own.
     *
     * @param place what it is called, and the file of the names that it knows; the host's own where it has no network of its own
     */
    List<String> entry(Replica replica, Place place);

    /** The words before a command that joins a replica that runs; empty if that is no different from starting there. */
    List<String> joining(Replica replica);

    Map<String, String> traits(Replica replica);

    /**
     * Where a replica is, beside its files.
     *
     * @param hostname what it calls itself; empty for what the host does
     * @param hosts the file of names
     */
    record Place(String hostname, Path hosts) {}
}
