package dev.versus.measurement;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was used during one stretch of load.
 *
 * @param cpu CPU seconds by consumer
 * @param memoryBytes resident memory by service replica at its end
 * @param machineBusy the share of the machine's CPU time that anybody used, 0 to 1
 * @param machineSteal the share that the hypervisor gave to others, 0 to 1
 * @param connections TCP connections opened from this network namespace, by anybody
 */
public record Consumption(
        CpuTimes cpu, Map<String, Long> memoryBytes, double machineBusy, double machineSteal, long connections) {

    private static final double MIB = 1 << 20;

    public Consumption {
        memoryBytes = Map.copyOf(memoryBytes);
    }

    /** CPU time alone. */
    public static Consumption of(CpuTimes cpu) {
        return new Consumption(cpu, Map.of(), 0, 0, 0);
    }

    /** The memory of all services together, in MiB; nothing where it was not read. */
    public OptionalDouble memoryMib() {
        long bytes = memoryBytes.values().stream().mapToLong(Long::longValue).sum();
        return bytes > 0 ? OptionalDouble.of(bytes / MIB) : OptionalDouble.empty();
    }

    /** The same with the load generator's CPU seconds. */
    public Consumption withGenerator(double seconds) {
        CpuTimes all = cpu.plus(new CpuTimes(Map.of(CpuTimes.GENERATOR, seconds)));
        return new Consumption(all, memoryBytes, machineBusy, machineSteal, connections);
    }

    /** Both together, one after the other: what adds up is added, of memory and shares the larger stays. */
    public Consumption plus(Consumption next) {
        Map<String, Long> most = new TreeMap<>(memoryBytes);
        next.memoryBytes.forEach((who, bytes) -> most.merge(who, bytes, Math::max));
        return new Consumption(
                cpu.plus(next.cpu),
                most,
                Math.max(machineBusy, next.machineBusy),
                Math.max(machineSteal, next.machineSteal),
                connections + next.connections);
    }
}
