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
 * The kernel's counters of the cgroups that belong to one service alone. Each figure is read from the cgroup of its controller, and is
 * empty where other processes share that cgroup. Sources: Linux kernel documentation, "Control Group v2" and "Control Groups version
 * 1"; the working set is the memory that {@code docker stats} shows.
 *
 * @param cpu the cgroup of the controller {@code cpu}, for throttled time
 * @param time the cgroup of {@code cpuacct}, for CPU time
 * @param memory the cgroup of {@code memory}
 * @param block the cgroup of {@code blkio}
 */
record CgroupAccount(Optional<Cgroup> cpu, Optional<Cgroup> time, Optional<Cgroup> memory, Optional<Cgroup> block) {

    private static final double MICROS = 1e-6;
    private static final double NANOS = 1e-9;

    /** Finds the cgroups that belong to a process and stand apart from those of the other processes. */
    static CgroupAccount of(long pid, Cgroups cgroups, Collection<Long> others) {
        return new CgroupAccount(
                cgroups.ownOf(pid, "cpu", others),
                cgroups.ownOf(pid, "cpuacct", others),
                cgroups.ownOf(pid, "memory", others),
                cgroups.ownOf(pid, "blkio", others));
    }

    /** Returns the CPU time since the cgroup was made, in s. */
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

    /** Returns the working set: memory in use, less the inactive file pages, which the kernel would reclaim first. */
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

    /** Adds up a field of lines such as {@code 8:0 rbytes=90112 wbytes=0 rios=11}. */
    private static long sumOfField(String lines, String field) {
        return Stream.of(lines.split("\\s+", -1))
                .filter(word -> word.startsWith(field))
                .mapToLong(word -> Long.parseLong(word.substring(field.length())))
                .sum();
    }

    /** Adds up lines of one direction, such as {@code 8:0 Read 90112}. */
    private static long sumOfLines(Map<String, Long> lines, String direction) {
        return lines.entrySet().stream()
                .filter(line -> line.getKey().endsWith(" " + direction))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
