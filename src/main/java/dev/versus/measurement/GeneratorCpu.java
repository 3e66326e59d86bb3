package dev.versus.measurement;

import java.lang.management.ManagementFactory;

/** The CPU time of this JVM, which is the load generator. */
public final class GeneratorCpu {

    private GeneratorCpu() {}

    /** Returns the CPU seconds since this JVM started, to the ns; 0 where the JVM does not tell. */
    public static double seconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }
}
