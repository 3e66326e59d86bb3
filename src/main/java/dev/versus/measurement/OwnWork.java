package dev.versus.measurement;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The work of the load generator's own JVM.
 *
 * @param cpu its CPU time, in s
 * @param compiling how long its just-in-time compilers worked, all together, in s, each compilation added as it ends; 0 where the JVM does
 *     not tell. Source: {@link CompilationMXBean}
 * @param wall the time that passed, in s
 */
public record OwnWork(double cpu, double compiling, double wall) {

    /** The share of the time up to which compilers count as at rest: even a warm round has a few methods that become hot. */
    private static final double AT_REST = 0.2;

    /** Reads the work since the JVM started; {@code wall} counts from an arbitrary moment, so only differences of it mean anything. */
    public static OwnWork sofar() {
        return new OwnWork(cpuSeconds(), compilingSeconds(), System.nanoTime() / 1e9);
    }

    public OwnWork since(OwnWork before) {
        return new OwnWork(cpu - before.cpu, compiling - before.compiling, wall - before.wall);
    }

    /** Tells whether the compilers did so little that they took hardly any CPU time from event loops. */
    public boolean isAtRest() {
        return compiling <= AT_REST * wall;
    }

    /** Returns the CPU seconds since this JVM started, to the ns; 0 where the JVM does not tell. */
    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static double compilingSeconds() {
        @Nullable CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return compilers != null && compilers.isCompilationTimeMonitoringSupported()
                ? compilers.getTotalCompilationTime() / 1e3
                : 0;
    }
}
