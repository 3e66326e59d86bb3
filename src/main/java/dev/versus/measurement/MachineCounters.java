package dev.versus.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The kernel's running counters of the whole machine: from {@code /proc/stat} on Linux, all zero elsewhere.
 * Source: proc_stat(5).
 *
 * @param ticks clock ticks of all CPUs together
 * @param idle clock ticks in which the CPUs had nothing to do
 * @param steal clock ticks in which the hypervisor ran other machines
 */
public record MachineCounters(long ticks, long idle, long steal) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    /** Reads the counters. */
    public static MachineCounters read() {
        try {
            long[] ticks = cpuTicks(Files.readAllLines(STAT));
            long all = Arrays.stream(ticks, 0, STEAL + 1).sum();
            return new MachineCounters(all, ticks[IDLE] + ticks[IO_WAIT], ticks[STEAL]);
        } catch (IOException | RuntimeException notLinux) {
            return new MachineCounters(0, 0, 0);
        }
    }

    static long[] cpuTicks(List<String> stat) {
        String all = stat.stream()
                .filter(line -> line.startsWith("cpu "))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(all.substring(4).strip().split("\\s+", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Returns a copy with more idle ticks: the ticks of threads that only kept a CPU awake. */
    MachineCounters withIdle(long more) {
        return new MachineCounters(ticks, idle + more, steal);
    }

    double busyShareSince(MachineCounters earlier) {
        return ticks > earlier.ticks ? 1 - (double) (idle - earlier.idle) / (ticks - earlier.ticks) : 0;
    }

    double stealShareSince(MachineCounters earlier) {
        return ticks > earlier.ticks ? (double) (steal - earlier.steal) / (ticks - earlier.ticks) : 0;
    }
}
