package dev.versus.run;

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
 * What a claim can be made about. Margins are shares (0.05 for 5 %) of values and ratios, and amounts in the metric's unit of
 * differences; where none is given the metric's usual one holds: 5 %, and 15 % for percentiles beyond the 90th.
 */
public sealed interface Measured {

    /** What is measured, as data. */
    Subject subject();

    /** It lies at {@code expected}, give or take the usual margin. */
    default Statement isAbout(double expected) {
        return isAbout(expected, subject().metric().usualMargin());
    }

    /** It lies at {@code expected}, give or take the margin. */
    default Statement isAbout(double expected, double margin) {
        return states(new IsAbout(expected, marginOf(margin)));
    }

    /** It is {@code least} or more. */
    default Statement isAtLeast(double least) {
        return states(new IsAtLeast(least));
    }

    /** It is {@code most} or less. */
    default Statement isAtMost(double most) {
        return states(new IsAtMost(most));
    }

    /** Somebody published this figure of the same, in its unit, or without one for a ratio; {@code whose} heads their column. */
    default Publication.Figure published(String whose, double figure) {
        return published(
                whose, figure, BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString());
    }

    /** Somebody published this figure of the same, and printed it like that: "-46%" for a ratio of 0.54. */
    default Publication.Figure published(String whose, double figure, String printed) {
        return published(whose, new Interval(figure, figure), printed);
    }

    /** Somebody published this range of the same, and printed it like that: "5-10%" for shares of 0.05 to 0.1. */
    default Publication.Figure published(String whose, Interval range, String printed) {
        return Publication.Figure.beside(subject(), whose, printed, range);
    }

    private Statement states(Expectation expectation) {
        return new Statement(subject(), expectation);
    }

    private Margin marginOf(double size) {
        return new Margin(subject().scale(), size);
    }

    /** The metric of one target. */
    record Value(Metric metric, EntryPoint target) implements Measured {

        @Override
        public Subject subject() {
            return new Subject.Value(metric, target.name());
        }

        /** A latency of at most this long. */
        public Statement isAtMost(Duration most) {
            return isAtMost(most.toNanos() / 1e6);
        }

        /** The metric divided by another target's. */
        public Ratio relativeTo(EntryPoint baseline) {
            return new Ratio(metric, target, baseline);
        }

        /** The metric less another target's, in its unit. */
        public Difference minus(EntryPoint baseline) {
            return new Difference(metric, target, baseline);
        }
    }

    /** How many times the baseline's metric the target's is. */
    record Ratio(Metric metric, EntryPoint target, EntryPoint baseline) implements Measured {

        @Override
        public Subject subject() {
            return new Subject.Ratio(metric, target.name(), baseline.name());
        }

        /** Too close to 1 to matter, by the usual margin. */
        public Statement isEquivalent() {
            return isEquivalent(metric.usualMargin());
        }

        /** Too close to 1 to matter, by the margin. */
        public Statement isEquivalent(double margin) {
            return new Statement(subject(), new IsEquivalent(Margin.relative(margin)));
        }
    }

    /** How much more than the baseline's metric the target's is. */
    record Difference(Metric metric, EntryPoint target, EntryPoint baseline) implements Measured {

        @Override
        public Subject subject() {
            return new Subject.Difference(metric, target.name(), baseline.name());
        }

        /** Too close to 0 to matter, by an amount in the metric's unit. */
        public Statement isEquivalent(double margin) {
            return new Statement(subject(), new IsEquivalent(new Margin(Scale.DIFFERENCE, margin)));
        }
    }

    /** The mean of several ratios. */
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
