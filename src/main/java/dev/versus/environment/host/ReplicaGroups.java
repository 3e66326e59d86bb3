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
 * A cgroup for each replica, by which its limits hold and its use is counted: in every hierarchy of version 1 that limits or counts,
 * or in the one of version 2.
 *
 * @param name what the run's cgroups are called; each replica has one within it
 * @param tops by controller: the top of the hierarchy that has it
 */
public record ReplicaGroups(String name, Map<String, Cgroup> tops) {

    private static final List<String> LIMITING = List.of("cpu", "memory");
    private static final List<String> CONTROLLERS = List.of("cpu", "memory", "cpuacct", "blkio");
    private static final List<String> HANDED_DOWN = List.of("cpu", "memory", "io");
    private static final int PERIOD_US = 100_000;

    /** Joins cgroups, up to the word that ends their list, and turns into what follows it. */
    private static final String JOIN =
            "while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 125; shift; done; shift; exec \"$@\"";

    public ReplicaGroups {
        tops = Map.copyOf(tops);
    }

    /** Those of a run on this host; none are made yet. */
    public static ReplicaGroups of(RunId run) {
        return onThisHost("versus-" + run);
    }

    /** Those of that name on this host. */
    public static ReplicaGroups onThisHost(String name) {
        Cgroups cgroups = Cgroups.ofThisHost();
        Map<String, Cgroup> tops = new LinkedHashMap<>();
        CONTROLLERS.forEach(controller -> cgroups.top(controller).ifPresent(top -> tops.put(controller, top)));
        return new ReplicaGroups(name, tops);
    }

    /** Whether limits of CPU and memory can hold here. */
    public boolean limit() {
        return tops.keySet().containsAll(LIMITING);
    }

    /**
     * Whether there are cgroups here, and this user may make some that count. In a container whose own processes stand at the top of
     * version 2, nobody may.
     */
    public boolean canBeMade() {
        return !tops.isEmpty() && hierarchies().allMatch(ReplicaGroups::hasRoomIn);
    }

    /** In version 2 the top must hand controllers down: it does so already, or can, for no process stands in it or it is the very first. */
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

    /** What leads a command into the cgroups of a replica, before its first word; the process stays the same. */
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

    /** The run's own cgroups, and then those of the replicas. */
    public List<Made> made(List<String> replicas) {
        return Stream.concat(parents(), replicas.stream().flatMap(replica -> folders(replica).stream()))
                .map(folder -> new Made(CgroupRemover.KIND, folder.toString()))
                .toList();
    }

    /** Tells whether a folder is the cgroup of a run, or directly within it, in a hierarchy of this host. */
    static boolean areMadeAs(RunId run, Path folder) {
        return folder.equals(folder.normalize())
                && everywhere("versus-" + run)
                        .anyMatch(parent -> folder.equals(parent) || parent.equals(folder.getParent()));
    }

    private static Stream<Path> everywhere(String name) {
        return Cgroups.ofThisHost().tops().stream().map(top -> top.folder().resolve(name));
    }

    /** The same in every hierarchy of this host, where a container runtime makes them by {@link #path}. */
    public List<Made> madeEverywhere(List<String> replicas) {
        return everywhere(name)
                .flatMap(parent ->
                        Stream.concat(Stream.of(parent), replicas.stream().map(parent::resolve)))
                .map(folder -> new Made(CgroupRemover.KIND, folder.toString()))
                .toList();
    }

    /** Where a replica's cgroup stands in each hierarchy. */
    public String path(String replica) {
        return "/" + name + "/" + replica;
    }

    /** Whether they are of version 2. */
    public boolean areUnified() {
        return hierarchies().allMatch(Cgroup::unified);
    }

    private Stream<Path> parents() {
        return hierarchies().map(top -> top.folder().resolve(name));
    }

    private Stream<Cgroup> hierarchies() {
        return tops.values().stream().distinct();
    }

    /** Where a replica is a member. */
    List<Path> folders(String replica) {
        return parents().map(parent -> parent.resolve(replica)).sorted().toList();
    }

    /** Makes those of one replica, with its limits. */
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
            // Replicas share the folder of their run.
        }
    }

    /** In version 2 a cgroup has the controllers that the one above hands down. */
    private static void handDown(Cgroup top, Path folder) throws IOException {
        if (!top.unified()) {
            return;
        }
        for (String controller : offered(top)) {
            Files.writeString(folder.resolve("cgroup.subtree_control"), "+" + controller);
        }
    }

    /** What is written where, so that the limits hold; in this order. */
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

    /** As much swap as memory, as Docker has it: version 1 counts both together. Kernels may be built without. */
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
