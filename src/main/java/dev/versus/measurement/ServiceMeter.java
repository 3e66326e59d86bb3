package dev.versus.measurement;

import dev.versus.linux.Cgroups;
import dev.versus.linux.NetworkNamespaces;
import dev.versus.linux.NetworkNamespaces.Traffic;
import dev.versus.linux.Proc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Reads the resources that each service replica has used, in the same way in every environment: from the cgroups that belong to the replica
 * alone (not shared with this JVM, with the process that started it or with another service), else from its process and its descendants.
 * Network bytes are read where the replica has a network namespace of its own, for the kernel counts none for a process.
 *
 * <p>Two readings of {@link #services} some seconds apart are a live sample:
 *
 * <pre>{@code
 * var meter = new ServiceMeter(() -> Map.of("redis-1", pid));
 * var earlier = meter.services();
 * // … after a second
 * var now = meter.services();
 * now.get("redis-1").coresSince(earlier.get("redis-1"), 1);
 * now.get("redis-1").counters().since(earlier.get("redis-1").counters()).sentBytes();
 * }</pre>
 */
public final class ServiceMeter implements UsageMeter {

    private final Supplier<Map<String, Long>> pids;
    private final Cgroups cgroups;
    private final NetworkNamespaces networks;
    private final Map<Long, ProcessTree> trees = new ConcurrentHashMap<>();
    private final Map<Long, CompilerThreads> compilers = new ConcurrentHashMap<>();
    private final Proc proc;

    /**
     * Makes a meter of the given processes.
     *
     * @param pids the process id, on this host, of each service replica by its name; asked anew at each reading
     */
    public ServiceMeter(Supplier<Map<String, Long>> pids) {
        this(pids, Proc.ofThisHost());
    }

    ServiceMeter(Supplier<Map<String, Long>> pids, Proc proc) {
        this.pids = pids;
        this.proc = proc;
        this.cgroups = new Cgroups(proc);
        this.networks = new NetworkNamespaces(proc);
    }

    @Override
    public Usage read() {
        return new Usage(services(), MachineCounters.read());
    }

    /** Reads the resources that each service replica has used up to now, by its name. */
    public Map<String, ServiceUsage> services() {
        Map<String, Long> all = pids.get();
        Map<String, ServiceUsage> read = new TreeMap<>();
        all.forEach((name, pid) -> read.put(name, usage(pid, others(all, name))));
        return read;
    }

    private static List<Long> others(Map<String, Long> all, String name) {
        List<Long> others = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        all.forEach((other, pid) -> {
            if (!other.equals(name)) {
                others.add(pid);
            }
        });
        return others;
    }

    private ServiceUsage usage(long pid, List<Long> others) {
        CgroupAccount cgroup = CgroupAccount.of(pid, cgroups, others);
        Counters counters = counters(cgroup, networks.ofOwn(pid, others), compiling(pid));
        OptionalDouble seconds = cgroup.cpuSeconds();
        OptionalLong memory = cgroup.memoryBytes();
        if (seconds.isPresent() && memory.isPresent()) {
            return new ServiceUsage(Account.CGROUP, seconds.getAsDouble(), memory.getAsLong(), counters);
        }
        ProcessTree tree = trees.computeIfAbsent(pid, ProcessTree::new);
        Counters all = counters.readBytes().isPresent()
                ? counters
                : counters.withBlock(tree.blockBytes("read_bytes"), tree.blockBytes("write_bytes"));
        return new ServiceUsage(Account.PROCESSES, tree.cpuSeconds(), tree.memoryBytes(), all);
    }

    private OptionalDouble compiling(long pid) {
        return compilers
                .computeIfAbsent(pid, root -> new CompilerThreads(root, proc))
                .seconds();
    }

    private static Counters counters(CgroupAccount cgroup, Optional<Traffic> network, OptionalDouble compiling) {
        return new Counters(
                network.map(Traffic::received).map(OptionalLong::of).orElse(OptionalLong.empty()),
                network.map(Traffic::sent).map(OptionalLong::of).orElse(OptionalLong.empty()),
                cgroup.readBytes(),
                cgroup.writtenBytes(),
                cgroup.throttledSeconds(),
                compiling);
    }
}
