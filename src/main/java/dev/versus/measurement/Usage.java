package dev.versus.measurement;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A reading of the resources used up to one moment.
 *
 * @param services the usage of each service replica, by its name
 */
public record Usage(Map<String, ServiceUsage> services, MachineCounters machine) {

    public Usage {
        services = Map.copyOf(services);
    }

    /** Returns a copy in which this many more clock ticks of the machine count as idle. */
    public Usage withIdle(long ticks) {
        return new Usage(services, machine.withIdle(ticks));
    }

    /** Returns the CPU time by service replica. */
    public CpuTimes cpu() {
        return new CpuTimes(each(ServiceUsage::cpuSeconds));
    }

    /** Returns the resources used between an earlier reading and this one. */
    public Consumption since(Usage earlier) {
        Map<String, Counters> counters = new TreeMap<>();
        services.forEach((name, now) -> {
            ServiceUsage before = earlier.services.get(name);
            counters.put(name, before == null ? now.counters() : now.counters().since(before.counters()));
        });
        return new Consumption(
                cpu().since(earlier.cpu()),
                each(ServiceUsage::memoryBytes),
                machine.busyShareSince(earlier.machine),
                machine.stealShareSince(earlier.machine),
                0,
                each(ServiceUsage::account),
                counters);
    }

    private <T> Map<String, T> each(Function<ServiceUsage, T> figure) {
        Map<String, T> all = new TreeMap<>();
        services.forEach((name, usage) -> all.put(name, figure.apply(usage)));
        return all;
    }
}
