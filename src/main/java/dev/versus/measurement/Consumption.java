package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was used during one stretch of load.
 *
 * @param cpu CPU seconds by consumer
 * @param memoryBytes memory by service replica at its end: resident, or the cgroup's working set
 * @param machineBusy the share of the machine's CPU time that anybody used, 0 to 1
 * @param machineSteal the share that the hypervisor gave to others, 0 to 1
 * @param connections TCP connections opened from this network namespace, by anybody
 * @param accounts where the figures of each service replica come from
 * @param counters bytes and time held back, by service replica
 */
public record Consumption(
        CpuTimes cpu,
        Map<String, Long> memoryBytes,
        double machineBusy,
        double machineSteal,
        long connections,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Account> accounts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Counters> counters) {

    private static final double MIB = 1 << 20;

    /** Records of earlier versions have no accounts and no counters. */
    public Consumption {
        memoryBytes = Map.copyOf(memoryBytes);
        accounts = Map.copyOf(Objects.requireNonNullElse(accounts, Map.of()));
        counters = Map.copyOf(Objects.requireNonNullElse(counters, Map.of()));
    }

    /** Without a word on where it comes from. */
    public Consumption(
            CpuTimes cpu, Map<String, Long> memoryBytes, double machineBusy, double machineSteal, long connections) {
        this(cpu, memoryBytes, machineBusy, machineSteal, connections, Map.of(), Map.of());
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

    /** For how long CPU limits held all services back, together. */
    public double throttledSeconds() {
        return counters.values().stream()
                .mapToDouble(one -> one.throttledSeconds().orElse(0))
                .sum();
    }

    /** The same with the load generator's CPU seconds. */
    public Consumption withGenerator(double seconds) {
        CpuTimes all = cpu.plus(new CpuTimes(Map.of(CpuTimes.GENERATOR, seconds)));
        return new Consumption(all, memoryBytes, machineBusy, machineSteal, connections, accounts, counters);
    }

    /** The same with what was counted of each service, and from where. */
    public Consumption counted(Map<String, Account> from, Map<String, Counters> bytes) {
        return new Consumption(cpu, memoryBytes, machineBusy, machineSteal, connections, from, bytes);
    }

    /** Both together, one after the other: what adds up is added, of memory and shares the larger stays. */
    public Consumption plus(Consumption next) {
        Map<String, Long> most = new TreeMap<>(memoryBytes);
        next.memoryBytes.forEach((who, bytes) -> most.merge(who, bytes, Math::max));
        Map<String, Account> from = new TreeMap<>(accounts);
        from.putAll(next.accounts);
        Map<String, Counters> sum = new TreeMap<>(counters);
        next.counters.forEach((who, more) -> sum.merge(who, more, Counters::plus));
        return new Consumption(
                        cpu.plus(next.cpu),
                        most,
                        Math.max(machineBusy, next.machineBusy),
                        Math.max(machineSteal, next.machineSteal),
                        connections + next.connections)
                .counted(from, sum);
    }
}
