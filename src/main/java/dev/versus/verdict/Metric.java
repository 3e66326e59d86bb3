package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.WilcoxonSignedRank;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A metric: one number in a fixed unit that is read from a measurement or a round. It knows how it is estimated, what it needs, and which
 * findings concern it; {@link #named} lists the kinds of metrics.
 */
public interface Metric {

    /** A group of metrics that the same diagnostics can make invalid. */
    enum Family {
        /** Throughput, duration and capacity. */
        THROUGHPUT,
        /** The mean and the percentiles of latency. */
        LATENCY,
        /** Counts and shares of failures. */
        FAILURES,
        /** CPU time and memory. */
        RESOURCES
    }

    /** Returns the metric's name in files and reports: {@code throughput}, {@code p99}, … */
    @JsonValue
    String id();

    /** Returns the unit: "/s", "ms", or an empty text for a number without one. */
    String unit();

    Family family();

    /** Returns the value in one measurement; empty if the measurement does not support it. */
    OptionalDouble of(Measurement measurement);

    /** Returns the value in one round; empty if the round does not support it. */
    default OptionalDouble of(Round round) {
        return of(round.measurement());
    }

    /** Returns one value a round; empty if a round does not support the metric. */
    default Optional<double[]> of(List<Round> rounds) {
        double[] values =
                rounds.stream().flatMapToDouble(round -> of(round).stream()).toArray();
        return values.length == rounds.size() ? Optional.of(values) : Optional.empty();
    }

    /** Returns the largest relative difference that does not matter, unless a claim declares another margin: 0.05 for 5 %. */
    default double usualMargin() {
        return 0.05;
    }

    /** Tells whether the value is a share from 0 to 1, which reports may print in percent. */
    default boolean isShare() {
        return false;
    }

    /** Tells whether the value is an exact count: a fact that no finding makes invalid. */
    default boolean isExact() {
        return false;
    }

    /** Tells whether the value of one target is read from all its rounds together, because one round may hold too few requests. */
    default boolean isPooled() {
        return false;
    }

    /** Tells whether a ratio of this metric is the same when both targets are loaded at once: such as CPU time a request, unlike latency. */
    default boolean holdsTogether() {
        return false;
    }

    /** Returns the number of answered requests that the value needs at least; 0 where no such number is known. */
    default long requestsNeeded() {
        return 0;
    }

    /** Returns the number of rounds that the estimate of one target's value needs at least. */
    default int roundsNeeded(Confidence confidence) {
        return WilcoxonSignedRank.fewestRounds(confidence);
    }

    /** Estimates one target's value from its rounds; empty if they do not support an estimate. */
    default Optional<Estimate> estimate(List<Round> rounds, Confidence confidence) {
        return of(rounds).flatMap(values -> PairedEffect.values(values).estimate(confidence));
    }

    /** Returns why a measurement does not support the value, and what to do about it. */
    default String lack(Measurement measurement) {
        return "there is a round without any answer to read a " + id()
                + " from: look at what failed and send to a target that answers";
    }

    /**
     * Returns the metric with this {@link #id}.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    @JsonCreator
    static Metric named(String id) {
        return Stream.<Function<String, Optional<? extends Metric>>>of(
                        Figure::withId,
                        RequestShare::withId,
                        OfService::withId,
                        LatencyPercentile::withId,
                        Capacity::withId)
                .<Metric>flatMap(kind -> kind.apply(id).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no metric '" + id + "'"));
    }
}
