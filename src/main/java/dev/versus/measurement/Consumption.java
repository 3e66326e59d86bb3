package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The resources that were used during one stretch of load.
 *
 * @param memoryBytes memory by service replica at the end of the stretch: resident, or the cgroup's working set
 * @param machineBusy the share of the machine's CPU time that any process used, 0 to 1
 * @param machineSteal the share of the machine's CPU time that the hypervisor gave to other machines, 0 to 1
 * @param connections connections that the load generator opened to the target
 * @param accounts the source of each service replica's figures
 * @param counters bytes and throttled time, by service replica
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

    /** Accepts records of earlier versions, which have no accounts and no counters. */
    public Consumption {
        memoryBytes = Map.copyOf(memoryBytes);
        accounts = Map.copyOf(Objects.requireNonNullElse(accounts, Map.of()));
        counters = Map.copyOf(Objects.requireNonNullElse(counters, Map.of()));
    }

    /** Returns a consumption of CPU time alone. */
    public static Consumption of(CpuTimes cpu) {
        return new Consumption(cpu, Map.of(), 0, 0, 0, Map.of(), Map.of());
    }

    /** Returns the memory of all services together, in MiB; empty where it was not read. */
    public OptionalDouble memoryMib() {
        long bytes = memoryBytes.values().stream().mapToLong(Long::longValue).sum();
        return bytes > 0 ? OptionalDouble.of(bytes / MIB) : OptionalDouble.empty();
    }

    /** Returns the time for which CPU limits throttled the services, all together, in s. */
    public double throttledSeconds() {
        return counters.values().stream()
                .mapToDouble(one -> one.throttledSeconds().orElse(0))
                .sum();
    }

    /** Returns the CPU time of the just-in-time compilers of the service whose compilers used most, in s; 0 where no service is a JVM. */
    public double compilingSeconds() {
        return counters.values().stream()
                .mapToDouble(one -> one.compilingSeconds().orElse(0))
                .max()
                .orElse(0);
    }

    /** Returns a copy with the load generator's CPU seconds added. */
    public Consumption withGenerator(double seconds) {
        CpuTimes all = cpu.plus(new CpuTimes(Map.of(CpuTimes.GENERATOR, seconds)));
        return new Consumption(all, memoryBytes, machineBusy, machineSteal, connections, accounts, counters);
    }

    /** Returns a copy with this many opened connections. */
    public Consumption withConnections(long opened) {
        return new Consumption(cpu, memoryBytes, machineBusy, machineSteal, opened, accounts, counters);
    }

    /**
     * Returns the consumption of two consecutive stretches: CPU time and counts are added, shares are averaged over the time, and of memory
     * the larger one is kept.
     *
     * @param share the share that the next stretch has in the time of both, 0 to 1
     */
    Consumption plus(Consumption next, double share) {
        Map<String, Long> most = new TreeMap<>(memoryBytes);
        next.memoryBytes.forEach((who, bytes) -> most.merge(who, bytes, Math::max));
        Map<String, Account> from = new TreeMap<>(accounts);
        from.putAll(next.accounts);
        Map<String, Counters> sum = new TreeMap<>(counters);
        next.counters.forEach((who, more) -> sum.merge(who, more, Counters::plus));
        return new Consumption(
                cpu.plus(next.cpu),
                most,
                machineBusy + (next.machineBusy - machineBusy) * share,
                machineSteal + (next.machineSteal - machineSteal) * share,
                connections + next.connections,
                from,
                sum);
    }
}
