package dev.versus.environment.namespace;

import dev.versus.environment.Run;
import dev.versus.environment.host.Replica;
import dev.versus.system.Mount;
import dev.versus.system.SharedMemory;
import dev.versus.system.SharedMemory.Ipc;
import dev.versus.system.SystemDefinition;
import dev.versus.system.Tmpfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shared memory of the replicas of one launch: the temporary file systems of its volumes, and for each replica that asks for it a
 * {@code /dev/shm} and an IPC namespace. They are mounted in the run's folder, where only root may enter, and replicas that share one have
 * the same. So they survive the restart of a replica, and healthchecks see them.
 *
 * @param folder the run's folder of named volumes
 */
record MemoryMounts(SystemDefinition system, Path folder) {

    private static final String SECURE = "nosuid,nodev";
    private static final String NOTHING = SECURE + ",noexec,ro,mode=555,size=4k";

    /** The options of Docker's {@code /dev/shm}. */
    private static final String SHM = SECURE + ",noexec,mode=1777,size=";

    private static final long DOCKERS_SIZE = 64 << 20;

    ReplicaMemory of(Replica replica) {
        SharedMemory asked = replica.service().storage().memory();
        Optional<String> owner = owner(replica.name(), asked);
        return new ReplicaMemory(asked, owner.map(this::namespace), owner.map(this::shm), volumes(replica));
    }

    private static Optional<String> owner(String replica, SharedMemory asked) {
        if (asked.donor() != null) {
            return Optional.of(asked.donor() + "-1");
        }
        return asked.isApart() ? Optional.of(replica) : Optional.empty();
    }

    private List<Mount> volumes(Replica replica) {
        return replica.service()
                .storage()
                .volumes()
                .filter(mount -> system.sharedTmpfs(mount).isPresent())
                .map(mount -> new Mount(Mount.Type.BIND, volume(mount).toString(), mount.target(), mount.readOnly()))
                .toList();
    }

    private Path volume(Mount mount) {
        return folder.resolve(String.valueOf(mount.source()));
    }

    /** No volume has a name that begins with a dot. */
    private Path namespace(String replica) {
        return folder.resolve(".ipc-" + replica);
    }

    private Path shm(String replica) {
        return folder.resolve(".shm-" + replica);
    }

    /** Mounts everything that these replicas share, which the run records before. */
    void make(Run run, List<Replica> replicas) throws IOException {
        Map<Path, String> temporary = new LinkedHashMap<>();
        List<Path> namespaces = new ArrayList<>();
        for (Replica replica : replicas) {
            replica.service()
                    .storage()
                    .volumes()
                    .forEach(mount ->
                            system.sharedTmpfs(mount).ifPresent(tmpfs -> temporary.put(volume(mount), options(tmpfs))));
            SharedMemory asked = replica.service().storage().memory();
            if (asked.isApart() && asked.donor() == null) {
                temporary.put(shm(replica.name()), options(asked));
                namespaces.add(namespace(replica.name()));
            }
        }
        run.recordMaking(MountRemover.made(temporary.keySet()));
        run.recordMaking(MountRemover.made(namespaces));
        Files.createDirectories(folder);
        List<Script> scripts = new ArrayList<>();
        for (Map.Entry<Path, String> one : temporary.entrySet()) {
            scripts.add(tmpfs(Files.createDirectory(one.getKey()), one.getValue(), run));
        }
        for (Path one : namespaces) {
            scripts.add(namespace(Files.createFile(one)));
        }
        Script.run(scripts);
    }

    private static String options(Tmpfs tmpfs) {
        String own = tmpfs.options();
        return own.isEmpty() ? SECURE : SECURE + "," + own;
    }

    private static String options(SharedMemory asked) {
        return asked.ipc() == Ipc.NONE
                ? NOTHING
                : SHM + (asked.size() == null ? DOCKERS_SIZE : asked.size().bytes());
    }

    private static Script tmpfs(Path place, String options, Run run) {
        String name = run.id().project();
        return new Script(
                List.of(MountRemover.program("mount"), "-t", "tmpfs", "-o", options, name, place.toString()), "");
    }

    private static Script namespace(Path place) {
        return new Script(List.of(Tools.ofThisHost().unshare().toString(), "--ipc=" + place, "true"), "");
    }
}
