package dev.versus.measurement;

import dev.versus.Secrets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine of a run.
 *
 * @param os the operating system with its version
 * @param cpu the model of the CPU, or its architecture where the model is not known
 * @param cpus the number of CPUs that this JVM may use
 * @param memoryMib the machine's memory in MiB; 0 where it is not known
 * @param jdk the JDK that runs the load generator and the JVM services
 * @param jvmFlags the flags of the load generator's JVM, without secrets
 */
public record Machine(String os, String cpu, int cpus, long memoryMib, String jdk, List<String> jvmFlags) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    public Machine {
        jvmFlags = Secrets.masked(jvmFlags);
    }

    /** Reads the facts of this machine. */
    public static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                totalMemoryMib(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> flag.startsWith("-X"))
                        .toList());
    }

    private static String cpuModel() {
        try {
            return Files.readAllLines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static long totalMemoryMib() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }
}
