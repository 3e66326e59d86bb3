package dev.versus.measurement;

import java.util.OptionalDouble;

/**
 * A reading of the resources that one service replica has used. CPU time and counters run from a moment in the past that is the same for
 * all readings of a meter: their difference between two readings is what matters.
 *
 * @param cpuSeconds CPU time up to now, in s
 * @param memoryBytes the memory that the replica uses now
 * @param counters bytes and throttled time up to now
 */
public record ServiceUsage(Account account, double cpuSeconds, long memoryBytes, Counters counters) {

    /**
     * Returns how many cores the replica has kept busy on average since an earlier reading.
     *
     * @param seconds the time between the two readings, in s
     * @return empty if no time has passed
     */
    public OptionalDouble coresSince(ServiceUsage earlier, double seconds) {
        return seconds > 0
                ? OptionalDouble.of(Math.max(0, cpuSeconds - earlier.cpuSeconds) / seconds)
                : OptionalDouble.empty();
    }
}
