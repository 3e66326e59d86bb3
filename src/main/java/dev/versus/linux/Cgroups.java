package dev.versus.linux;

import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds the cgroups of processes. With version 1 each controller has a hierarchy of its own, and a process may be in a different cgroup in
 * each. With version 2 one hierarchy has all controllers. A machine may have both. Source: cgroups(7).
 */
public final class Cgroups {

    private static final int FIELDS = 3;

    private final Proc proc;
    private final List<CgroupMount> mounts;

    /** Makes a finder for the processes of that {@code /proc}, by the mounts that this process sees. */
    public Cgroups(Proc proc) {
        this.proc = proc;
        this.mounts = CgroupMount.all(Proc.text(proc.root().resolve("self/mountinfo")));
    }

    /** Returns a finder for the processes of this host. */
    public static Cgroups ofThisHost() {
        return new Cgroups(Proc.ofThisHost());
    }

    /**
     * Finds the cgroup of a process for a controller.
     *
     * @param controller the controller by its name in version 1: {@code cpu}, {@code cpuacct}, {@code memory}, {@code blkio}
     * @return empty if the process is gone, or its cgroup cannot be seen here
     */
    public Optional<Cgroup> of(long pid, String controller) {
        List<String> memberships = proc.text(pid, "cgroup").lines().toList();
        return apart(memberships, controller)
                .or(() -> unified(memberships))
                .filter(cgroup -> Files.isDirectory(cgroup.folder()));
    }

    /**
     * Finds the cgroup of a process if it belongs to that process and its descendants alone, so that its counters hold nothing else: the
     * cgroup is not the top, and neither the process's parent nor any of the others is in it or below it.
     */
    public Optional<Cgroup> ownOf(long pid, String controller, Collection<Long> others) {
        return of(pid, controller)
                .filter(cgroup -> !cgroup.isTop())
                .filter(cgroup -> !holds(cgroup, parent(pid), controller))
                .filter(cgroup -> others.stream().noneMatch(other -> holds(cgroup, other, controller)));
    }

    /**
     * Returns the top of the hierarchy that has a controller, as far as this process sees it; empty if no mounted hierarchy has it.
     *
     * @param controller the controller by its name in version 1, as for {@link #of}, or in version 2
     */
    public Optional<Cgroup> top(String controller) {
        return mounts.stream()
                .filter(mount -> mount.serves(controller))
                .findFirst()
                .or(() -> mounts.stream()
                        .filter(CgroupMount::unified)
                        .filter(mount -> mount.offers(controller))
                        .findFirst())
                .map(CgroupMount::top);
    }

    /** Returns the top of every mounted hierarchy. */
    public List<Cgroup> tops() {
        return mounts.stream().map(CgroupMount::top).toList();
    }

    private boolean holds(Cgroup cgroup, long pid, String controller) {
        return of(pid, controller).filter(cgroup::holds).isPresent();
    }

    private long parent(long pid) {
        return proc.status(pid, "PPid").map(Long::parseLong).orElse(0L);
    }

    private Optional<Cgroup> apart(List<String> memberships, String controller) {
        return memberships.stream()
                .map(line -> line.split(":", FIELDS))
                .filter(fields -> fields.length == FIELDS
                        && List.of(fields[1].split(",", -1)).contains(controller))
                .flatMap(fields -> mounts.stream()
                        .filter(mount -> mount.serves(controller))
                        .flatMap(mount -> mount.at(fields[2]).stream()))
                .findFirst();
    }

    private Optional<Cgroup> unified(List<String> memberships) {
        return memberships.stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::".length()))
                .flatMap(path -> mounts.stream().filter(CgroupMount::unified).flatMap(mount -> mount.at(path).stream()))
                .findFirst();
    }
}
