package dev.versus.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CPU time that a process and all its descendants have used since the first reading. The kernel counts a process's time in clock
 * ticks, commonly of 10 ms, which is too coarse for a round of 30 ms. It counts each thread's time in ns, but forgets threads that have
 * ended. So the sum over threads is taken, unless it falls behind the ticks by more than the ticks' own error. Source:
 * proc_pid_stat(5), Documentation/scheduler/sched-stats.
 */
final class TreeCpu {

    private static final double TICKS_ARE_OFF_BY = 0.02;

    private double ticks = -1;
    private double threads = -1;
    private double used;

    /** Returns the CPU seconds since the first call. */
    synchronized double seconds(List<ProcessHandle> tree) {
        double ticksNow = tree.stream().mapToDouble(TreeCpu::ticksOf).sum();
        double threadsNow = tree.stream().mapToDouble(TreeCpu::threadsOf).sum();
        if (ticks >= 0) {
            used += increment(ticksNow - ticks, threadsNow - threads);
        }
        ticks = ticksNow;
        threads = threadsNow;
        return used;
    }

    static double increment(double byTicks, double byThreads) {
        return Math.max(0, byThreads >= byTicks - TICKS_ARE_OFF_BY ? byThreads : byTicks);
    }

    private static double ticksOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static double threadsOf(ProcessHandle process) {
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.mapToDouble(TreeCpu::threadSeconds).sum();
        } catch (IOException | UncheckedIOException goneOrNotLinux) {
            return 0;
        }
    }

    private static double threadSeconds(Path thread) {
        try {
            String account = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(account.substring(0, account.indexOf(' '))) / 1e9;
        } catch (IOException | RuntimeException goneOrNotKept) {
            return 0;
        }
    }
}
