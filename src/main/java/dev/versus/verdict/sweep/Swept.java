package dev.versus.verdict.sweep;

import dev.versus.statistics.Crossover;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Knee;
import dev.versus.statistics.Margin;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Metric;
import java.util.List;
import java.util.Optional;

/**
 * A sweep as measured.
 *
 * @param curves each series with what was measured at its points
 * @param ratios the ratio of the two compared series at each value that both have; none if none are compared
 * @param crossover where the two cross, by the points that no diagnostic makes invalid; empty if none are compared, or if the rounds
 *     support no interval
 * @param sentences the answers: one on the compared series, one on each knee; none if nothing was asked
 */
public record Swept(
        Sweep sweep, List<Curve> curves, List<Measured> ratios, Optional<Crossover> crossover, List<String> sentences) {

    /**
     * A series as measured.
     *
     * @param knee its knee, by the points that no diagnostic makes invalid; empty if it is not asked for, or if the rounds support none
     */
    public record Curve(String label, List<Measured> points, Optional<Knee> knee) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * A measured point.
     *
     * @param at the value of the swept quantity
     * @param estimate the metric or the ratio there; empty if the rounds do not support an estimate
     * @param doubt the diagnostic that makes it invalid; empty if none does
     */
    public record Measured(double at, Optional<Estimate> estimate, Optional<String> doubt) {

        boolean counts() {
            return estimate.isPresent() && doubt.isEmpty();
        }
    }

    public Swept {
        curves = List.copyOf(curves);
        ratios = List.copyOf(ratios);
        sentences = List.copyOf(sentences);
    }

    /** Reads a sweep from the complete rounds, with the diagnostics' findings. */
    public static Swept of(Sweep sweep, Judge judge, List<Finding> findings) {
        SweepReading reading = new SweepReading(sweep, judge, findings);
        Swept read = new Swept(sweep, reading.curves(), reading.ratios(), reading.crossover(), List.of());
        return new Swept(sweep, read.curves, read.ratios, read.crossover, new SweepSentences(read).all());
    }

    /** Returns the values that differ from "alike" by the usual margin of the compared metric at most. */
    public Interval alike() {
        return Margin.relative(metric().usualMargin()).aroundNeutral();
    }

    /** Returns the metric of the compared series, or that of the first one. */
    public Metric metric() {
        return sweep.ratios().stream()
                .map(ratio -> ratio.subject().metric())
                .findFirst()
                .orElseGet(() -> sweep.series().get(0).points().get(0).subject().metric());
    }
}
