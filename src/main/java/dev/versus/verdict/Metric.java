package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Percentile;
import java.util.OptionalDouble;

/** What is read from a round: one number in a fixed unit. */
public sealed interface Metric permits Figure, RequestShare, OfService, LatencyPercentile, Capacity {

    /** The name by which files and reports call it: {@code throughput}, {@code p99}, … */
    @JsonValue
    String id();

    /** The unit: "/s", "ms", or nothing. */
    String unit();

    /** The value in one measurement; empty if that does not support it. */
    OptionalDouble of(Measurement measurement);

    /** The value in one round; empty if that does not support it. */
    default OptionalDouble of(Round round) {
        return of(round.measurement());
    }

    /** The difference that does not matter yet, unless a claim says otherwise, as a share. */
    default double usualMargin() {
        return 0.05;
    }

    /**
     * Reads what {@link #id} writes.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    @JsonCreator
    static Metric named(String id) {
        if (id.equals(Capacity.ID)) {
            return new Capacity();
        }
        return id.matches("p\\d+(\\.\\d+)?")
                ? new LatencyPercentile(new Percentile(Double.parseDouble(id.substring(1))))
                : RequestShare.withId(id)
                        .<Metric>map(share -> share)
                        .or(() -> OfService.withId(id))
                        .orElseGet(() -> Figure.withId(id));
    }
}
