package dev.versus.environment.host;

import dev.versus.environment.Made;
import dev.versus.environment.RunId;
import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import dev.versus.system.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cgroups of the replicas of a run, which enforce their limits and count their use of CPU, memory and disk: one in every hierarchy of
 * cgroup version 1 that limits or counts, or one in that of version 2.
 *
 * @param name the name of the run's cgroups; those of the replicas are inside them
 * @param tops the top of the hierarchy of each controller
 */
public record ReplicaGroups(String name, Map<String, Cgroup> tops) {

    private static final List<String> LIMITING = List.of("cpu", "memory");
    private static final List<String> CONTROLLERS = List.of("cpu", "memory", "cpuacct", "blkio");
    private static final List<String> HANDED_DOWN = List.of("cpu", "memory", "io");
    private static final int PERIOD_US = 100_000;

    /** Adds the process to each cgroup named before {@code --}, and then executes the command after it. */
    private static final String JOIN =
            "while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 125; shift; done; shift; exec \"$@\"";

    public ReplicaGroups {
        tops = Map.copyOf(tops);
    }

    /** Returns the cgroups of a run on this host. It makes none. */
    public static ReplicaGroups of(RunId run) {
        return onThisHost("versus-" + run);
    }

    /** Returns the cgroups of that name on this host. It makes none. */
    public static ReplicaGroups onThisHost(String name) {
        Cgroups cgroups = Cgroups.ofThisHost();
        Map<String, Cgroup> tops = new LinkedHashMap<>();
        CONTROLLERS.forEach(controller -> cgroups.top(controller).ifPresent(top -> tops.put(controller, top)));
        return new ReplicaGroups(name, tops);
    }

    /** Tells whether limits of CPU and memory can be enforced here. */
    public boolean limit() {
        return tops.keySet().containsAll(LIMITING);
    }

    /**
     * Tells whether this user may make cgroups here that count. Nobody may in a container whose own processes are in the top cgroup of
     * version 2.
     */
    public boolean canBeMade() {
        return !tops.isEmpty() && hierarchies().allMatch(ReplicaGroups::hasRoomIn);
    }

    /**
     * Tells whether cgroups with controllers can be made below a top. In version 2 the top must delegate its controllers: it does so
     * already, or it can, because no process is in it or it is the root cgroup of the machine.
     */
    private static boolean hasRoomIn(Cgroup top) {
        return Files.isWritable(top.folder()) && (!top.unified() || handsDown(top) || canHandDown(top));
    }

    private static boolean handsDown(Cgroup top) {
        return words(top, "cgroup.subtree_control").containsAll(offered(top));
    }

    private static boolean canHandDown(Cgroup top) {
        return !top.has("cgroup.type") || top.text("cgroup.procs").isBlank();
    }

    private static List<String> offered(Cgroup top) {
        List<String> offered = words(top, "cgroup.controllers");
        return HANDED_DOWN.stream().filter(offered::contains).toList();
    }

    private static List<String> words(Cgroup top, String file) {
        return List.of(top.text(file).strip().split("\\s+", -1));
    }

    /** Returns the words to put before a command to start it in the cgroups of a replica. The process keeps its id. */
    public List<String> joining(String replica) {
        if (tops.isEmpty()) {
            return List.of();
        }
        var command = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "versus-join"));
        folders(replica)
                .forEach(folder -> command.add(folder.resolve("cgroup.procs").toString()));
        command.add("--");
        return command;
    }

    /** Returns the cgroups to record: those of the run first, then those of the replicas. */
    public List<Made> made(List<String> replicas) {
        return Stream.concat(parents(), replicas.stream().flatMap(replica -> folders(replica).stream()))
                .map(folder -> new Made(CgroupRemover.KIND, folder.toString()))
                .toList();
    }

    /** Tells whether a folder is the cgroup of a run, or directly inside it, in a hierarchy of this host. */
    static boolean areMadeAs(RunId run, Path folder) {
        return folder.equals(folder.normalize())
                && everywhere("versus-" + run)
                        .anyMatch(parent -> folder.equals(parent) || parent.equals(folder.getParent()));
    }

    private static Stream<Path> everywhere(String name) {
        return Cgroups.ofThisHost().tops().stream().map(top -> top.folder().resolve(name));
    }

    /** Returns the cgroups to record in every hierarchy of this host, for a container runtime that makes them by {@link #path}. */
    public List<Made> madeEverywhere(List<String> replicas) {
        return everywhere(name)
                .flatMap(parent ->
                        Stream.concat(Stream.of(parent), replicas.stream().map(parent::resolve)))
                .map(folder -> new Made(CgroupRemover.KIND, folder.toString()))
                .toList();
    }

    /** Returns the path of a replica's cgroup within each hierarchy. */
    public String path(String replica) {
        return "/" + name + "/" + replica;
    }

    /** Tells whether the cgroups are of version 2. */
    public boolean areUnified() {
        return hierarchies().allMatch(Cgroup::unified);
    }

    private Stream<Path> parents() {
        return hierarchies().map(top -> top.folder().resolve(name));
    }

    private Stream<Cgroup> hierarchies() {
        return tops.values().stream().distinct();
    }

    /** Returns the folders of a replica's cgroups. */
    List<Path> folders(String replica) {
        return parents().map(parent -> parent.resolve(replica)).sorted().toList();
    }

    /** Makes the cgroups of one replica, with its limits. */
    public void make(String replica, Limits limits) throws IOException {
        for (Cgroup top : hierarchies().toList()) {
            Path parent = top.folder().resolve(name);
            handDown(top, top.folder());
            create(parent);
            handDown(top, parent);
            create(parent.resolve(replica));
        }
        for (Map.Entry<Path, String> setting : settings(replica, limits).entrySet()) {
            Files.writeString(setting.getKey(), setting.getValue());
        }
        for (Map.Entry<Path, String> setting : swap(replica, limits).entrySet()) {
            if (Files.exists(setting.getKey())) {
                Files.writeString(setting.getKey(), setting.getValue());
            }
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException another) {
            // Replicas share the cgroup of their run.
        }
    }

    /** Delegates controllers to the cgroups below a folder, without which they have none in version 2. */
    private static void handDown(Cgroup top, Path folder) throws IOException {
        if (!top.unified()) {
            return;
        }
        for (String controller : offered(top)) {
            Files.writeString(folder.resolve("cgroup.subtree_control"), "+" + controller);
        }
    }

    /** Returns the files that set the limits, with their content, in the order in which they must be written. */
    Map<Path, String> settings(String replica, Limits limits) {
        Map<Path, String> settings = new LinkedHashMap<>();
        Cgroup cpu = tops.get("cpu");
        if (cpu != null && limits.cpus() != null) {
            settings.putAll(time(cpu, cpu.folder().resolve(name).resolve(replica), quota(limits.cpus())));
        }
        Cgroup memory = tops.get("memory");
        if (memory != null && limits.memory() != null) {
            String file = memory.unified() ? "memory.max" : "memory.limit_in_bytes";
            Path folder = memory.folder().resolve(name).resolve(replica);
            settings.put(folder.resolve(file), String.valueOf(limits.memory().bytes()));
        }
        return settings;
    }

    private static Map<Path, String> time(Cgroup top, Path folder, long quota) {
        return top.unified()
                ? Map.of(folder.resolve("cpu.max"), quota + " " + PERIOD_US)
                : Map.of(
                        folder.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_US),
                        folder.resolve("cpu.cfs_quota_us"), String.valueOf(quota));
    }

    /**
     * Returns the file that limits swap, with its content: as much swap as memory, as Docker does. Version 1 counts both together. Kernels
     * may be built without this file.
     */
    Map<Path, String> swap(String replica, Limits limits) {
        Cgroup memory = tops.get("memory");
        if (memory == null || limits.memory() == null) {
            return Map.of();
        }
        Path folder = memory.folder().resolve(name).resolve(replica);
        long bytes = limits.memory().bytes();
        return memory.unified()
                ? Map.of(folder.resolve("memory.swap.max"), String.valueOf(bytes))
                : Map.of(folder.resolve("memory.memsw.limit_in_bytes"), String.valueOf(2 * bytes));
    }

    private static long quota(BigDecimal cpus) {
        return cpus.multiply(BigDecimal.valueOf(PERIOD_US))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
