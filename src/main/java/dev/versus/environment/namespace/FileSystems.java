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

/** File systems of replicas, and the commands that start programs in them. */
interface FileSystems {

    /** Returns the cgroups to record for these replicas. */
    default List<Made> cgroups(ReplicaGroups groups, List<String> replicas) {
        return groups.made(replicas);
    }

    /** Makes everything that {@link #starting} needs. */
    default void prepare(Replica replica, Place place) throws IOException {}

    /** Returns the command that starts a replica in its place, for the command of its recipe. */
    List<String> starting(Replica replica, Place place, List<String> command);

    /** Returns the command that runs another one where a replica runs. */
    List<String> joining(Replica replica, Place place, List<String> command);

    /** Returns the id of the replica's program if the started process only waits for it; else nothing. */
    default OptionalLong program(Replica replica) {
        return OptionalLong.empty();
    }

    /** Returns what is known here of how a replica runs, by key. */
    Map<String, String> traits(Replica replica);

    /**
     * Place of a replica, apart from its files.
     *
     * @param member its part in the networks; nothing in the host's network
     * @param hosts its {@code /etc/hosts}
     * @param groups the cgroups that count its use
     * @param memory its shared memory
     */
    record Place(Optional<Member> member, Path hosts, ReplicaGroups groups, ReplicaMemory memory) {

        Optional<String> hostname() {
            return member.map(Member::hostname);
        }

        Optional<Path> network() {
            return member.map(Member::namespace).map(NamespaceRemover.FOLDER::resolve);
        }
    }
}
