package dev.versus.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A cgroup whose processes get a CPU only while nobody else on the whole machine wants it ({@code cpu.idle}, Linux 5.15). The idle
 * class alone does not do that: it gives way among the processes of one cgroup, or of one session where the kernel groups sessions, and
 * such a group has a full share beside others. It takes the superuser, as a rule. Sources: sched(7), autogroup; the kernel's cgroup-v2.
 *
 * @param folder the cgroup's
 */
record IdleGroup(Path folder) {

    private static final List<Path> ROOTS =
            List.of(Path.of("/sys/fs/cgroup/cpu"), Path.of("/sys/fs/cgroup/cpu,cpuacct"), Path.of("/sys/fs/cgroup"));
    private static final String MEMBERS = "cgroup.procs";
    private static final String IDLE = "cpu.idle";
    private static final int PATIENCE = 100;
    private static final long PAUSE_MILLIS = 10;

    /** A new one of this JVM; nothing where there can be none. */
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
            // Told by the answer.
        }
        group.remove();
        return Optional.empty();
    }

    /** Whether the process is a member now. */
    boolean add(long pid) {
        try {
            Files.writeString(folder.resolve(MEMBERS), String.valueOf(pid));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Removes it as soon as its last member is gone; waits for a second at most. */
    void remove() {
        for (int tries = 0; tries < PATIENCE; tries++) {
            try {
                Files.deleteIfExists(folder);
                return;
            } catch (IOException busy) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
