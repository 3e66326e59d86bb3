package dev.versus.environment.namespace;

import dev.versus.system.Mount;
import dev.versus.system.SharedMemory;
import dev.versus.system.SharedMemory.Ipc;
import dev.versus.system.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Mounts of a replica over its root, by the OCI runtime specification 1.0.2. Those of the kernel's file systems are the same as Docker's.
 */
record RuntimeMounts(Storage storage, ReplicaMemory memory, Bundle bundle) {

    private static final List<Map<String, Object>> KERNEL = List.of(
            mount("proc", "proc", "/proc", "nosuid,noexec,nodev"),
            mount("tmpfs", "tmpfs", "/dev", "nosuid,strictatime,mode=755,size=65536k"),
            mount("devpts", "devpts", "/dev/pts", "nosuid,noexec,newinstance,ptmxmode=0666,mode=0620,gid=5"),
            mount("mqueue", "mqueue", "/dev/mqueue", "nosuid,noexec,nodev"),
            mount("sysfs", "sysfs", "/sys", "nosuid,noexec,nodev,ro"),
            mount("cgroup", "cgroup", "/sys/fs/cgroup", "nosuid,noexec,nodev,ro"));

    List<Map<String, Object>> all() {
        var all = new ArrayList<>(KERNEL);
        all.addAll(shared());
        storage.tmpfs().forEach(target -> all.add(temporary(target)));
        storage.mounts().forEach(mount -> all.add(mount(mount)));
        all.add(bind(bundle.hosts(), "/etc/hosts", false));
        all.add(bind(bundle.resolver(), "/etc/resolv.conf", false));
        return List.copyOf(all);
    }

    /** Returns the mount of {@code /dev/shm}; none for a service that asks for none. */
    private List<Map<String, Object>> shared() {
        if (memory.asked().ipc() == Ipc.NONE) {
            return List.of();
        }
        if (memory.asked().ipc() == Ipc.HOST) {
            return List.of(bind(Path.of(SharedMemory.PATH), SharedMemory.PATH, false));
        }
        return List.of(memory.shm()
                .map(place -> bind(place, SharedMemory.PATH, false))
                .orElseGet(
                        () -> mount("tmpfs", "shm", SharedMemory.PATH, "nosuid,noexec,nodev,mode=1777,size=65536k")));
    }

    private Map<String, Object> mount(Mount mount) {
        return mount.type() == Mount.Type.TMPFS
                ? temporary(mount.target() + (mount.readOnly() ? ":ro" : ""))
                : bind(bundle.source(mount), mount.target(), mount.readOnly());
    }

    /** Reads {@code /tmp} or {@code /tmp:size=64m,mode=700}, as Compose writes it, and puts Docker's default options first. */
    private static Map<String, Object> temporary(String target) {
        String[] words = target.split(":", 2);
        return mount("tmpfs", "tmpfs", words[0], "nosuid,noexec,nodev" + (words.length == 2 ? "," + words[1] : ""));
    }

    private static Map<String, Object> bind(Path source, String target, boolean readOnly) {
        return mount("bind", source.toString(), target, "bind,rprivate," + (readOnly ? "ro" : "rw"));
    }

    private static Map<String, Object> mount(String type, String source, String target, String options) {
        return Map.of(
                "type", type, "source", source, "destination", target, "options", List.of(options.split(",", -1)));
    }
}
