package dev.versus.environment.namespace;

import dev.versus.system.Mount;
import dev.versus.system.SharedMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shared memory of one replica.
 *
 * @param asked what the Compose file says of it
 * @param namespace the file of its IPC namespace; nothing if the file systems of the replica bring one, or it has the host's
 * @param shm the place on this host of its {@code /dev/shm}, under the same condition
 * @param volumes its volumes that are temporary file systems, with their places on this host
 */
record ReplicaMemory(SharedMemory asked, Optional<Path> namespace, Optional<Path> shm, List<Mount> volumes) {

    ReplicaMemory {
        volumes = List.copyOf(volumes);
    }

    /** Returns everything to mount: {@code /dev/shm} first, so that a volume may be mounted there. */
    List<Mount> mounts() {
        Stream<Mount> own =
                shm.stream().map(place -> new Mount(Mount.Type.BIND, place.toString(), SharedMemory.PATH, false));
        return Stream.concat(own, volumes.stream()).toList();
    }
}
