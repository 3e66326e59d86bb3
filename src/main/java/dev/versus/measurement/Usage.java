package dev.versus.measurement;

import java.util.Map;

/**
 * What has been used up to one moment.
 *
 * @param cpu CPU time by consumer
 * @param memoryBytes resident memory by service replica, now
 * @param machine the machine's own counters
 */
public record Usage(CpuTimes cpu, Map<String, Long> memoryBytes, MachineCounters machine) {

    public Usage {
        memoryBytes = Map.copyOf(memoryBytes);
    }

    /** What was used between an earlier reading and this one. */
    public Consumption since(Usage earlier) {
        return new Consumption(
                cpu.since(earlier.cpu),
                memoryBytes,
                machine.busyShareSince(earlier.machine),
                machine.stealShareSince(earlier.machine),
                machine.connectionsSince(earlier.machine));
    }
}
