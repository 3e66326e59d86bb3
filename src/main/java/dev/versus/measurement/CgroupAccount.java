package dev.versus.measurement;

import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the kernel counts in the cgroups that are a service's own. Each figure is read where its controller is, and is empty where
 * that cgroup is shared with others. Sources: Linux kernel documentation, "Control Group v2" and "Control Groups version 1"; the
 * working set is what {@code docker stats} shows.
 *
 * @param cpu of {@code cpu}, for the time held back
 * @param time of {@code cpuacct}, for CPU time
 * @param memory of {@code memory}
 * @param block of {@code blkio}
 */
record CgroupAccount(Optional<Cgroup> cpu, Optional<Cgroup> time, Optional<Cgroup> memory, Optional<Cgroup> block) {

    private static final double MICROS = 1e-6;
    private static final double NANOS = 1e-9;

    static CgroupAccount of(long pid, Cgroups cgroups, Collection<Long> others) {
        return new CgroupAccount(
                cgroups.ownOf(pid, "cpu", others),
                cgroups.ownOf(pid, "cpuacct", others),
                cgroups.ownOf(pid, "memory", others),
                cgroups.ownOf(pid, "blkio", others));
    }

    /** CPU seconds since the cgroup was made. */
    OptionalDouble cpuSeconds() {
        return time.map(cgroup -> cgroup.unified()
                        ? scaled(cgroup.number("cpu.stat", "usage_usec"), MICROS)
                        : scaled(cgroup.number("cpuacct.usage"), NANOS))
                .orElse(OptionalDouble.empty());
    }

    OptionalDouble throttledSeconds() {
        return cpu.map(cgroup -> cgroup.unified()
                        ? scaled(cgroup.number("cpu.stat", "throttled_usec"), MICROS)
                        : scaled(cgroup.number("cpu.stat", "throttled_time"), NANOS))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble scaled(OptionalLong count, double unit) {
        return count.isPresent() ? OptionalDouble.of(count.getAsLong() * unit) : OptionalDouble.empty();
    }

    /** The working set: what is used, less the file pages that would be given back first. */
    OptionalLong memoryBytes() {
        return memory.map(cgroup -> cgroup.unified()
                        ? workingSet(cgroup, "memory.current", "inactive_file")
                        : workingSet(cgroup, "memory.usage_in_bytes", "total_inactive_file"))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong workingSet(Cgroup cgroup, String usage, String inactive) {
        OptionalLong used = cgroup.number(usage);
        long cold = cgroup.number("memory.stat", inactive).orElse(0);
        return used.isPresent() ? OptionalLong.of(Math.max(0, used.getAsLong() - cold)) : used;
    }

    OptionalLong readBytes() {
        return block.map(cgroup -> transferred(cgroup, "rbytes=", "Read")).orElse(OptionalLong.empty());
    }

    OptionalLong writtenBytes() {
        return block.map(cgroup -> transferred(cgroup, "wbytes=", "Write")).orElse(OptionalLong.empty());
    }

    private static OptionalLong transferred(Cgroup cgroup, String field, String direction) {
        String file = cgroup.unified() ? "io.stat" : "blkio.throttle.io_service_bytes_recursive";
        if (!cgroup.has(file)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                cgroup.unified() ? sumOfField(cgroup.text(file), field) : sumOfLines(cgroup.numbers(file), direction));
    }

    /** Lines such as {@code 8:0 rbytes=90112 wbytes=0 rios=11}. */
    private static long sumOfField(String lines, String field) {
        return Stream.of(lines.split("\\s+", -1))
                .filter(word -> word.startsWith(field))
                .mapToLong(word -> Long.parseLong(word.substring(field.length())))
                .sum();
    }

    /** Lines such as {@code 8:0 Read 90112}. */
    private static long sumOfLines(Map<String, Long> lines, String direction) {
        return lines.entrySet().stream()
                .filter(line -> line.getKey().endsWith(" " + direction))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
