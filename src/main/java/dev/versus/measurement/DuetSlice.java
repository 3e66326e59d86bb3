package dev.versus.measurement;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

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

    /** Returns what was measured of one of its targets. */
    Measurement of(String target) {
        return Objects.requireNonNull(measurements.get(target));
    }
}
