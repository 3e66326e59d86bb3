package dev.versus.system;

import java.util.List;

/**
 * The file systems of a service.
 *
 * @param mounts its volumes and bind mounts
 * @param tmpfs the paths of its temporary file systems
 * @param readOnly true if its root file system is read-only
 */
public record Storage(List<Mount> mounts, List<String> tmpfs, boolean readOnly) {

    public Storage {
        mounts = List.copyOf(mounts);
        tmpfs = List.copyOf(tmpfs);
    }
}
