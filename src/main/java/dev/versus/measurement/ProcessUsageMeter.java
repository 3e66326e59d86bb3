package dev.versus.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the operating system's account of each service's process with all its descendants: CPU since this meter's first reading,
 * and resident memory on Linux.
 */
public final class ProcessUsageMeter implements UsageMeter {

    private static final long KIB = 1024;

    private final Supplier<Map<String, Long>> pids;
    private final Map<String, TreeCpu> cpu = new ConcurrentHashMap<>();

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
                    name, cpu.computeIfAbsent(name, service -> new TreeCpu()).seconds(tree));
            memory.put(
                    name,
                    tree.stream().mapToLong(ProcessUsageMeter::residentBytes).sum());
        });
        return new Usage(new CpuTimes(seconds), memory, MachineCounters.read());
    }

    private static List<ProcessHandle> tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList();
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
