package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.versus.InvalidInput;
import dev.versus.PublicApi;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The subject of a claim: a metric of one target, or of several targets compared. */
@PublicApi
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.Value.class, name = "value"),
    @JsonSubTypes.Type(value = Subject.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = Subject.Difference.class, name = "difference"),
    @JsonSubTypes.Type(value = Subject.MeanRatio.class, name = "mean-ratio")
})
public sealed interface Subject {

    /** Returns the metric. */
    Metric metric();

    /** Returns what it is read from, the baseline first: targets, or endpoints of targets. */
    List<Side> sides();

    /** Returns the names of the targets whose rounds are needed, the baseline first; one of two endpoints of the same target. */
    default List<String> targets() {
        return sides().stream().map(Side::target).distinct().toList();
    }

    /** Returns the subject in words: "throughput of gateway relative to direct". */
    String describe();

    /** Tells whether the subject is a factor without a unit, such as a ratio, and not an amount in the metric's unit. */
    default boolean tellsFactor() {
        return sides().size() > 1 && scale() == Scale.RATIO;
    }

    /** On which scale it is estimated and its margin is meant. */
    default Scale scale() {
        return Scale.RATIO;
    }

    /** The metric of one target, or of one endpoint. */
    static Value of(Metric metric, Named target) {
        return new Value(metric, target.side().target(), target.side().endpoint());
    }

    /**
     * States that it lies at {@code expected}, give or take the metric's usual margin: a share, and of differences that share of
     * {@code expected}.
     *
     * @throws InvalidInput for a difference of about 0, of which no share is a margin
     */
    default Statement isAbout(double expected) {
        double share = metric().usualMargin();
        if (scale() == Scale.DIFFERENCE && expected == 0) {
            throw new InvalidInput("'" + describe() + "' is claimed to be about 0, and a share of 0 is no margin: write"
                    + " isEquivalent(margin) with the largest difference that does not matter"
                    + (metric().unit().isEmpty() ? "." : ", in " + metric().unit() + "."));
        }
        return isAbout(expected, scale() == Scale.DIFFERENCE ? share * Math.abs(expected) : share);
    }

    /**
     * States that it lies at {@code expected}, give or take the margin.
     *
     * @param margin a share of values and ratios (0.05 for 5 %), an amount in the metric's unit of differences
     */
    default Statement isAbout(double expected, double margin) {
        return new Statement(this, new IsAbout(expected, new Margin(scale(), margin)));
    }

    /** States that it is {@code least} or more. */
    default Statement isAtLeast(double least) {
        return new Statement(this, new IsAtLeast(least));
    }

    /** States that it is {@code most} or less. */
    default Statement isAtMost(double most) {
        return new Statement(this, new IsAtMost(most));
    }

    /** Sets a figure beside it that somebody published, in its unit, or without one for a ratio; {@code whose} heads their column. */
    default PublishedFigure published(String whose, double figure) {
        return published(
                whose, figure, BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString());
    }

    /** Sets a figure beside it that somebody published and printed like that: "-46%" for a ratio of 0.54. */
    default PublishedFigure published(String whose, double figure, String printed) {
        return published(whose, new Interval(figure, figure), printed);
    }

    /** Sets a range beside it that somebody published and printed like that: "5-10%" for shares of 0.05 to 0.1. */
    default PublishedFigure published(String whose, Interval range, String printed) {
        return new PublishedFigure(whose, printed, Optional.of(range), Optional.of(this));
    }

    /** The metric of one target, or of one of its endpoints. */
    record Value(Metric metric, String target, Optional<String> endpoint) implements Subject {

        /** The metric of all requests to a target. */
        public Value(Metric metric, String target) {
            this(metric, target, Optional.empty());
        }

        /** States a latency of at most this long. */
        public Statement isAtMost(Duration most) {
            return isAtMost(most.toNanos() / 1e6);
        }

        /** The metric divided by that of another target, or of another endpoint of this one. */
        public Ratio relativeTo(Named baseline) {
            return new Ratio(
                    metric,
                    target,
                    baseline.side().target(),
                    endpoint,
                    baseline.side().endpoint());
        }

        /** The metric less that of another target, or of another endpoint of this one, in its unit. */
        public Difference minus(Named baseline) {
            return new Difference(
                    metric,
                    target,
                    baseline.side().target(),
                    endpoint,
                    baseline.side().endpoint());
        }

        /** Returns what it is read from. */
        public Side side() {
            return new Side(target, endpoint);
        }

        @Override
        public List<Side> sides() {
            return List.of(side());
        }

        @Override
        public String describe() {
            return metric.id() + " of " + side();
        }
    }

    /** The metric of a target, or of one of its endpoints, divided by the metric of its baseline. */
    record Ratio(
            Metric metric, String target, String baseline, Optional<String> endpoint, Optional<String> baselineEndpoint)
            implements Subject {

        /** The ratio of two targets, of all their requests. */
        public Ratio(Metric metric, String target, String baseline) {
            this(metric, target, baseline, Optional.empty(), Optional.empty());
        }

        /** States that it is too close to 1 to matter, by the metric's usual margin. */
        public Statement isEquivalent() {
            return isEquivalent(metric.usualMargin());
        }

        /** States that it is too close to 1 to matter, by a share. */
        public Statement isEquivalent(double margin) {
            return new Statement(this, new IsEquivalent(Margin.relative(margin)));
        }

        @Override
        public List<Side> sides() {
            return List.of(new Side(baseline, baselineEndpoint), new Side(target, endpoint));
        }

        @Override
        public String describe() {
            return metric.id() + " of " + sides().get(1) + " relative to " + sides().get(0);
        }
    }

    /** The metric of a target, or of one of its endpoints, minus the metric of its baseline, in the metric's unit. */
    record Difference(
            Metric metric, String target, String baseline, Optional<String> endpoint, Optional<String> baselineEndpoint)
            implements Subject {

        /** The difference of two targets, of all their requests. */
        public Difference(Metric metric, String target, String baseline) {
            this(metric, target, baseline, Optional.empty(), Optional.empty());
        }

        /** States that it is too close to 0 to matter, by an amount in the metric's unit. */
        public Statement isEquivalent(double margin) {
            return new Statement(this, new IsEquivalent(new Margin(Scale.DIFFERENCE, margin)));
        }

        @Override
        public List<Side> sides() {
            return List.of(new Side(baseline, baselineEndpoint), new Side(target, endpoint));
        }

        @Override
        public String describe() {
            return metric.id() + " of " + sides().get(1) + " less that of " + sides().get(0);
        }

        @Override
        public Scale scale() {
            return Scale.DIFFERENCE;
        }
    }

    /**
     * The unweighted mean of several ratios, such as the average speed-up over scenarios.
     *
     * @param ratios at least one, all of the same metric
     */
    record MeanRatio(List<Ratio> ratios) implements Subject {

        public MeanRatio {
            ratios = List.copyOf(ratios);
            if (ratios.stream().map(Ratio::metric).distinct().count() != 1) {
                throw new IllegalArgumentException(
                        "a mean ratio needs at least one ratio, and the same metric in all of them");
            }
        }

        @Override
        public Metric metric() {
            return ratios.get(0).metric();
        }

        @Override
        public List<Side> sides() {
            return ratios.stream()
                    .flatMap(ratio -> ratio.sides().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public String describe() {
            return "mean of %d ratios of %s".formatted(ratios.size(), metric().id());
        }
    }
}
