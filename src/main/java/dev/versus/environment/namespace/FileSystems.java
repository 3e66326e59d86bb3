package dev.versus.environment.namespace;

import dev.versus.environment.Made;
import dev.versus.environment.host.Replica;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.environment.namespace.Topology.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Which file systems a replica sees, and how it gets into its place with them. */
interface FileSystems {

    /** The cgroups that are made for these replicas. */
    default List<Made> cgroups(ReplicaGroups groups, List<String> replicas) {
        return groups.made(replicas);
    }

    /** Makes what {@link #starting} needs. */
    default void prepare(Replica replica, Place place) throws IOException {}

    /** The command that starts a replica in its place, by the command that its recipe names. */
    List<String> starting(Replica replica, Place place, List<String> command);

    /** The command that runs another one where a replica runs. */
    List<String> joining(Replica replica, Place place, List<String> command);

    /** The process that is the replica's program, where the one that was started only waits for it. */
    default OptionalLong program(Replica replica) {
        return OptionalLong.empty();
    }

    Map<String, String> traits(Replica replica);

    /**
     * Where a replica is, beside its files.
     *
     * @param member its part in the networks; nothing in the host's network
     * @param hosts the file of names
     * @param groups where its use is counted
     */
    record Place(Optional<Member> member, Path hosts, ReplicaGroups groups) {

        Optional<String> hostname() {
            return member.map(Member::hostname);
        }

        Optional<Path> network() {
            return member.map(Member::namespace).map(NamespaceRemover.FOLDER::resolve);
        }
    }
}
