package dev.versus.measurement;

import java.util.OptionalDouble;

/**
 * What one service replica has used up to one moment.
 *
 * @param account where the figures come from
 * @param cpuSeconds CPU time since a moment in the past that stays the same from reading to reading
 * @param memoryBytes what it has of memory now
 * @param counters bytes and time held back since a moment in the past
 */
public record ServiceUsage(Account account, double cpuSeconds, long memoryBytes, Counters counters) {

    /** How many cores it has kept busy on average since an earlier reading; nothing if no time has passed. */
    public OptionalDouble coresSince(ServiceUsage earlier, double seconds) {
        return seconds > 0
                ? OptionalDouble.of(Math.max(0, cpuSeconds - earlier.cpuSeconds) / seconds)
                : OptionalDouble.empty();
    }
}
