package dev.versus.measurement;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the load generator's JVM did.
 *
 * @param cpu its CPU time, in s
 * @param compiling how long its just-in-time compilers worked, all together, in s, each compilation added as it ends; 0 where the JVM does
 *     not tell. Source: {@link CompilationMXBean}
 * @param wall the time that passed, in s
 */
public record OwnWork(double cpu, double compiling, double wall) {

    /** Up to this share of the time, compilers count as at rest: of warm rounds each brings a few methods that became hot. */
    private static final double AT_REST = 0.2;

    /** Since the JVM started, but for the time that passed, which is that of a clock of no known start. */
    public static OwnWork sofar() {
        return new OwnWork(GeneratorCpu.seconds(), compilingSeconds(), System.nanoTime() / 1e9);
    }

    public OwnWork since(OwnWork before) {
        return new OwnWork(cpu - before.cpu, compiling - before.compiling, wall - before.wall);
    }

    /** Whether the compilers did little, so that they did not take CPU time from event loops. */
    public boolean isAtRest() {
        return compiling <= AT_REST * wall;
    }

    private static double compilingSeconds() {
        @Nullable CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return compilers != null && compilers.isCompilationTimeMonitoringSupported()
                ? compilers.getTotalCompilationTime() / 1e3
                : 0;
    }
}
