package dev.versus.environment.namespace;

import dev.versus.EnvironmentFacts;
import dev.versus.InvalidInput;
import dev.versus.environment.host.OwnMounts;
import dev.versus.environment.host.Replica;
import dev.versus.environment.namespace.Topology.Member;
import dev.versus.system.Mount;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SharedMemory;
import dev.versus.system.SystemDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** File systems of this host, with a separate {@code /etc/hosts} for each replica, and with the shared memory that its service asks for. */
record HostFiles(Tools tools) implements FileSystems {

    private static final String NAME =
            "mount --bind \"$1\" /etc/hosts && echo \"$2\" >/proc/sys/kernel/hostname" + " && shift 2 && exec \"$@\"";

    /** Mounts, by options, source and target each, up to {@code --}, and runs the command after it. */
    private static final String BINDING = """
            path=$PATH PATH=/usr/sbin:/usr/bin:/sbin:/bin
            while [ "$1" != -- ]; do
              mount -o "$1" "$2" "$3" || exit 1
              shift 3
            done
            shift
            PATH=$path
            exec "$@"
            """;

    /** Each of these programs executes the next, so the process keeps its id. */
    @Override
    public List<String> starting(Replica replica, Place place, List<String> command) {
        var words = new ArrayList<>(place.groups().joining(replica.name()));
        place.member().ifPresent(member -> words.addAll(entering(member, place)));
        words.addAll(sharing(place.memory()));
        words.addAll(command);
        return words;
    }

    /**
     * Returns the words that enter the namespaces of a replica. {@code ip netns exec} provides a mount namespace, and the {@code /sys} of
     * the network namespace.
     */
    private List<String> entering(Member member, Place place) {
        var words = new ArrayList<>(List.of(tools.ip().toString(), "netns", "exec", member.namespace()));
        words.addAll(List.of(tools.unshare().toString(), "--uts", "/bin/sh", "-c", NAME, "versus-enter"));
        words.addAll(List.of(place.hosts().toString(), member.hostname()));
        return words;
    }

    /** Returns the words that enter the IPC namespace of a replica and mount its shared memory in a mount namespace of the command's own. */
    private List<String> sharing(ReplicaMemory memory) {
        var words = new ArrayList<String>();
        memory.namespace()
                .ifPresent(file -> words.addAll(List.of(tools.nsenter().toString(), "--ipc=" + file)));
        if (!memory.mounts().isEmpty()) {
            var mounts = new ArrayList<String>();
            for (Mount mount : memory.mounts()) {
                mounts.addAll(
                        List.of(mount.readOnly() ? "bind,ro" : "bind", String.valueOf(mount.source()), mount.target()));
            }
            mounts.add("--");
            words.addAll(OwnMounts.words(BINDING, mounts));
        }
        return words;
    }

    /**
     * Refuses a volume of shared memory at a path that this host does not have, because nothing of the host is changed.
     *
     * @throws InvalidInput for the first such volume
     */
    static void requireTargets(SystemDefinition system) {
        for (ServiceDefinition service : system.services()) {
            service.storage()
                    .volumes()
                    .filter(mount -> system.sharedTmpfs(mount).isPresent())
                    .filter(mount -> !Files.isDirectory(Path.of(mount.target())))
                    .findFirst()
                    .ifPresent(mount -> {
                        throw new InvalidInput("In the environment 'namespace', the service '" + service.name()
                                + "' of '"
                                + system.name() + "' mounts the volume '" + mount.source() + "' at " + mount.target()
                                + ", which is no folder of this host; mount it at " + SharedMemory.PATH
                                + ", or take the files of an image by namespace:rootfs=image.");
                    });
        }
    }

    /** Starts the command like a replica, because a replica shares all its surroundings. */
    @Override
    public List<String> joining(Replica replica, Place place, List<String> command) {
        return starting(replica, place, command);
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        return Map.of(EnvironmentFacts.FILE_SYSTEM, "the host's");
    }
}
