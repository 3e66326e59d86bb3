package dev.versus.system;

import java.util.List;

/** What a service sees of file systems: its volumes, its temporary ones, and whether its own is read-only. */
public record Storage(List<Mount> mounts, List<String> tmpfs, boolean readOnly) {

    public Storage {
        mounts = List.copyOf(mounts);
        tmpfs = List.copyOf(tmpfs);
    }
}
