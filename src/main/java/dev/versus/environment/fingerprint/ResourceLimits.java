package dev.versus.environment.fingerprint;

import dev.versus.EnvironmentFacts;
import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What a replica may use at most: the tightest of its cgroup's limits and of those around it, the CPUs that it may run on, and the
 * files that it may open. It is read when the deployment is healthy, before generator and services get CPUs of their own.
 */
final class ResourceLimits implements Trait {

    static final String NONE = "none";

    private static final long MIB = 1 << 20;

    /** Version 1 writes a number of this order where there is no limit. */
    private static final long NO_LIMIT = Long.MAX_VALUE / 2;

    @Override
    public Map<String, String> of(Inspected replica) {
        Cgroups cgroups = new Cgroups(replica.proc());
        Map<String, String> values = new TreeMap<>();
        cgroups.of(replica.pid(), "cpu").ifPresent(cgroup -> values.put(EnvironmentFacts.CPU, cpu(cgroup)));
        cgroups.of(replica.pid(), "memory").ifPresent(cgroup -> values.put("limit.memory", memory(cgroup)));
        replica.proc()
                .status(replica.pid(), "Cpus_allowed_list")
                .ifPresent(cpus -> values.put(EnvironmentFacts.CPU_SET, cpus));
        openFiles(replica.proc().text(replica.pid(), "limits"))
                .ifPresent(files -> values.put("limit.open-files", files));
        return values;
    }

    /** CPUs' worth of time: "0.5", or "none". */
    static String cpu(Cgroup cgroup) {
        return cgroup.upwards().stream().flatMapToDouble(ResourceLimits::quota).min().stream()
                .mapToObj(cpus -> String.valueOf(Math.round(cpus * 1e3) / 1e3))
                .findFirst()
                .orElse(NONE);
    }

    private static DoubleStream quota(Cgroup cgroup) {
        if (cgroup.unified()) {
            String[] words = cgroup.text("cpu.max").strip().split(" ", -1);
            return words.length == 2 && !words[0].equals("max")
                    ? DoubleStream.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1]))
                    : DoubleStream.empty();
        }
        OptionalLong quota = cgroup.number("cpu.cfs_quota_us");
        OptionalLong period = cgroup.number("cpu.cfs_period_us");
        return quota.orElse(-1) > 0 && period.orElse(0) > 0
                ? DoubleStream.of((double) quota.getAsLong() / period.getAsLong())
                : DoubleStream.empty();
    }

    /** "320 MiB", or "none". */
    static String memory(Cgroup cgroup) {
        String file = cgroup.unified() ? "memory.max" : "memory.limit_in_bytes";
        OptionalLong least = cgroup.upwards().stream()
                .flatMapToLong(around -> around.number(file).stream())
                .flatMap(bytes -> bytes < NO_LIMIT ? LongStream.of(bytes) : LongStream.empty())
                .min();
        return least.isPresent() ? least.getAsLong() / MIB + " MiB" : NONE;
    }

    /** The soft limit: {@code Max open files            1024                 1048576              files}. */
    static Optional<String> openFiles(String limits) {
        return limits.lines()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> List.of(line.substring("Max open files".length())
                                .strip()
                                .split("\\s+", -1))
                        .get(0))
                .findFirst();
    }
}
