package dev.versus.measurement;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads CPU time from the operating system's account of processes: this JVM as the generator (to the ns), and each service's
 * process with all its descendants (to a clock tick, commonly 10 ms).
 */
public final class ProcessCpuMeter implements CpuMeter {

    private final Supplier<Map<String, Long>> pids;

    /**
     * A meter of the given processes.
     *
     * @param pids the process id of each service replica by its name, asked anew at each reading
     */
    public ProcessCpuMeter(Supplier<Map<String, Long>> pids) {
        this.pids = pids;
    }

    @Override
    public CpuTimes read() {
        Map<String, Double> seconds = new TreeMap<>();
        pids.get().forEach((name, pid) -> seconds.put(name, treeSeconds(pid)));
        seconds.put(CpuTimes.GENERATOR, ownSeconds());
        return new CpuTimes(seconds);
    }

    private static double ownSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static double treeSeconds(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }
}
