package dev.versus.measurement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A slice of a duet: one of the short, equally long parts of a stretch in which two targets were loaded at once.
 *
 * @param round the number of the round to which the duet belongs, from 1
 * @param measurements what was measured of each target in the slice, by the target's name
 */
public record DuetSlice(int round, Instant started, Map<String, Measurement> measurements) {

    public DuetSlice {
        measurements = Map.copyOf(measurements);
    }

    /** Tells whether all these targets were loaded in the duet. */
    public boolean has(Collection<String> targets) {
        return measurements.keySet().containsAll(targets);
    }

    /** Returns the measurement of each target as a round of this number. */
    List<Round> rounds(int number) {
        return measurements.entrySet().stream()
                .map(one -> new Round(one.getKey(), number, number, started, one.getValue(), List.of()))
                .toList();
    }
}
