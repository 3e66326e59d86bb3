package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Percentile;
import java.util.OptionalDouble;

/** A metric: one number in a fixed unit that is read from a measurement or a round. */
public sealed interface Metric permits Figure, RequestShare, OfService, LatencyPercentile, Capacity {

    /** Returns the metric's name in files and reports: {@code throughput}, {@code p99}, … */
    @JsonValue
    String id();

    /** Returns the unit: "/s", "ms", or an empty text for a number without one. */
    String unit();

    /** Returns the value in one measurement; empty if the measurement does not support it. */
    OptionalDouble of(Measurement measurement);

    /** Returns the value in one round; empty if the round does not support it. */
    default OptionalDouble of(Round round) {
        return of(round.measurement());
    }

    /** Returns the largest relative difference that does not matter, unless a claim declares another margin: 0.05 for 5 %. */
    default double usualMargin() {
        return 0.05;
    }

    /**
     * Returns the metric with this {@link #id}.
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
