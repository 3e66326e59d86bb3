package dev.versus.measurement;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the operating system's account of processes: this JVM as the generator (CPU to the ns), and each service's process with
 * all its descendants (CPU to a clock tick, commonly 10 ms; resident memory on Linux).
 */
public final class ProcessUsageMeter implements UsageMeter {

    private static final long KIB = 1024;

    private final Supplier<Map<String, Long>> pids;

    /**
     * A meter of the given processes.
     *
     * @param pids the process id of each service replica by its name, asked anew at each reading
     */
    public ProcessUsageMeter(Supplier<Map<String, Long>> pids) {
        this.pids = pids;
    }

    @Override
    public Usage read() {
        Map<String, Double> seconds = new TreeMap<>();
        Map<String, Long> memory = new TreeMap<>();
        pids.get().forEach((name, pid) -> {
            List<ProcessHandle> tree = tree(pid);
            seconds.put(
                    name,
                    tree.stream().mapToDouble(ProcessUsageMeter::cpuSeconds).sum());
            memory.put(
                    name,
                    tree.stream().mapToLong(ProcessUsageMeter::residentBytes).sum());
        });
        seconds.put(CpuTimes.GENERATOR, ownSeconds());
        return new Usage(new CpuTimes(seconds), memory, MachineCounters.read());
    }

    private static double ownSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static List<ProcessHandle> tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList();
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static long residentBytes(ProcessHandle process) {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException goneOrNotLinux) {
            return 0;
        }
    }
}
