package dev.versus.gatling;

import dev.versus.statistics.Interval;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;
import dev.versus.verdict.Expectation;
import dev.versus.verdict.IsAbout;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.IsAtMost;
import dev.versus.verdict.IsEquivalent;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * A measured quantity about which a claim can be made. The margin of a value or ratio is a share (0.05 for 5 %); the margin of a
 * difference is an amount in the metric's unit. Without a margin the metric's default holds: 5 %, and 15 % for percentiles above the 90th.
 */
public sealed interface Measured {

    /** Returns the quantity as data. */
    Subject subject();

    /** States that the quantity equals {@code expected}, within the metric's default margin. */
    default Statement isAbout(double expected) {
        return isAbout(expected, subject().metric().usualMargin());
    }

    /** States that the quantity equals {@code expected}, within the margin. */
    default Statement isAbout(double expected, double margin) {
        return states(new IsAbout(expected, marginOf(margin)));
    }

    /** States that the quantity is {@code least} or more. */
    default Statement isAtLeast(double least) {
        return states(new IsAtLeast(least));
    }

    /** States that the quantity is {@code most} or less. */
    default Statement isAtMost(double most) {
        return states(new IsAtMost(most));
    }

    /**
     * Returns a published figure of this quantity, which the report prints as it is.
     *
     * @param whose the heading of the figure's column in the report
     * @param figure the published value in the metric's unit, or without a unit for a ratio
     */
    default Publication.Figure published(String whose, double figure) {
        return published(
                whose, figure, BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString());
    }

    /** Returns a published figure of this quantity, with the text that was printed for it: "-46%" for a ratio of 0.54. */
    default Publication.Figure published(String whose, double figure, String printed) {
        return published(whose, new Interval(figure, figure), printed);
    }

    /** Returns a published range of this quantity, with the text that was printed for it: "5-10%" for shares of 0.05 to 0.1. */
    default Publication.Figure published(String whose, Interval range, String printed) {
        return Publication.Figure.beside(subject(), whose, printed, range);
    }

    private Statement states(Expectation expectation) {
        return new Statement(subject(), expectation);
    }

    private Margin marginOf(double size) {
        return new Margin(subject().scale(), size);
    }

    /** A metric of one target. */
    record Value(Metric metric, EntryPoint target) implements Measured {

        @Override
        public Subject subject() {
            return new Subject.Value(metric, target.name());
        }

        /** States that a latency in ms is {@code most} or less. */
        public Statement isAtMost(Duration most) {
            return isAtMost(most.toNanos() / 1e6);
        }

        /** Returns the ratio of this target's metric to the baseline's. */
        public Ratio relativeTo(EntryPoint baseline) {
            return new Ratio(metric, target, baseline);
        }

        /** Returns the difference of this target's metric less the baseline's, in the metric's unit. */
        public Difference minus(EntryPoint baseline) {
            return new Difference(metric, target, baseline);
        }
    }

    /** The ratio of the target's metric to the baseline's. */
    record Ratio(Metric metric, EntryPoint target, EntryPoint baseline) implements Measured {

        @Override
        public Subject subject() {
            return new Subject.Ratio(metric, target.name(), baseline.name());
        }

        /** States that the ratio differs from 1 by the metric's default margin at most. */
        public Statement isEquivalent() {
            return isEquivalent(metric.usualMargin());
        }

        /** States that the ratio differs from 1 by this margin at most: 0.05 for 5 %. */
        public Statement isEquivalent(double margin) {
            return new Statement(subject(), new IsEquivalent(Margin.relative(margin)));
        }
    }

    /** The difference of the target's metric less the baseline's, in the metric's unit. */
    record Difference(Metric metric, EntryPoint target, EntryPoint baseline) implements Measured {

        @Override
        public Subject subject() {
            return new Subject.Difference(metric, target.name(), baseline.name());
        }

        /** States that the difference is at most this far from 0, in the metric's unit. */
        public Statement isEquivalent(double margin) {
            return new Statement(subject(), new IsEquivalent(new Margin(Scale.DIFFERENCE, margin)));
        }
    }

    /** The mean of several ratios of one metric. */
    record MeanRatio(List<Ratio> ratios) implements Measured {

        public MeanRatio {
            ratios = List.copyOf(ratios);
        }

        @Override
        public Subject subject() {
            return new Subject.MeanRatio(ratios.stream()
                    .map(ratio -> new Subject.Ratio(
                            ratio.metric(),
                            ratio.target().name(),
                            ratio.baseline().name()))
                    .toList());
        }
    }
}
