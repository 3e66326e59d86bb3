package dev.versus.system;

import java.util.List;
import java.util.stream.Stream;

/**
 * The file systems of a service.
 *
 * @param mounts its volumes and bind mounts
 * @param tmpfs the paths of its temporary file systems
 * @param readOnly true if its root file system is read-only
 * @param memory its shared memory
 */
public record Storage(List<Mount> mounts, List<String> tmpfs, boolean readOnly, SharedMemory memory) {

    public Storage {
        mounts = List.copyOf(mounts);
        tmpfs = List.copyOf(tmpfs);
    }

    /** Returns the named volumes that the service mounts. */
    public Stream<Mount> volumes() {
        return mounts.stream().filter(mount -> mount.type() == Mount.Type.VOLUME && mount.source() != null);
    }
}
