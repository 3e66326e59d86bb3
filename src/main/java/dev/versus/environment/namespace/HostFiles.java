package dev.versus.environment.namespace;

import dev.versus.environment.host.Replica;
import java.util.List;
import java.util.Map;

/** The host's own, with another file of names. */
record HostFiles() implements FileSystems {

    private static final String NAME =
            "mount --bind \"$1\" /etc/hosts && echo \"$2\" >/proc/sys/kernel/hostname" + " && shift 2 && exec \"$@\"";

    @Override
    public boolean areApart() {
        return false;
    }

    @Override
    public List<String> entry(Replica replica, Place place) {
        return List.of("/bin/sh", "-c", NAME, "versus-enter", place.hosts().toString(), place.hostname());
    }

    @Override
    public List<String> joining(Replica replica) {
        return List.of();
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        return Map.of("isolation.file-system", "the host's");
    }
}
