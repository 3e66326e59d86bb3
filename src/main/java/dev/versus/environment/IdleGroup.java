package dev.versus.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Cgroup whose processes get a CPU only while no other process of the machine wants it ({@code cpu.idle}, Linux 5.15). The scheduler's idle
 * class alone does not achieve this: it gives way only to processes of the same cgroup, or of the same session where the kernel groups
 * sessions, while that group has a full share beside other groups. As a rule only root can make it. Sources: sched(7), autogroup; the
 * kernel's cgroup-v2.
 *
 * @param folder the folder of the cgroup
 */
record IdleGroup(Path folder) {

    private static final List<Path> ROOTS =
            List.of(Path.of("/sys/fs/cgroup/cpu"), Path.of("/sys/fs/cgroup/cpu,cpuacct"), Path.of("/sys/fs/cgroup"));
    private static final String MEMBERS = "cgroup.procs";
    private static final String IDLE = "cpu.idle";
    private static final int PATIENCE = 100;
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Makes a new group of this JVM. Returns nothing where none can be made. */
    static Optional<IdleGroup> make() {
        return make(ROOTS);
    }

    static Optional<IdleGroup> make(List<Path> roots) {
        String name = "versus-awake-" + ProcessHandle.current().pid();
        return roots.stream()
                .filter(root -> Files.exists(root.resolve(MEMBERS)))
                .flatMap(root -> made(root.resolve(name)).stream())
                .findFirst();
    }

    private static Optional<IdleGroup> made(Path folder) {
        var group = new IdleGroup(folder);
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(IDLE))) {
                Files.writeString(folder.resolve(IDLE), "1");
                return Optional.of(group);
            }
        } catch (IOException notAllowed) {
            // The empty result reports this.
        }
        group.remove();
        return Optional.empty();
    }

    /** Adds a process and tells whether it is a member now. */
    boolean add(long pid) {
        try {
            Files.writeString(folder.resolve(MEMBERS), String.valueOf(pid));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Removes the group as soon as its last member has ended. Waits for at most a second. */
    void remove() {
        for (int tries = 0; tries < PATIENCE; tries++) {
            try {
                Files.deleteIfExists(folder);
                return;
            } catch (IOException busy) {
                Pace.real().pause(PAUSE);
            }
        }
    }
}
