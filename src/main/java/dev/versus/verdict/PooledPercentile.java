package dev.versus.verdict;

import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * Estimates a percentile of one target from all its rounds together, because a single round may have too few requests. The interval
 * comes from drawing whole rounds with replacement (cluster bootstrap, percentile method), because requests of one round are not
 * independent of each other. Source: A. C. Davison, D. V. Hinkley, "Bootstrap Methods and their Application"
 * (1997), sections 3.8 and 5.3.
 */
record PooledPercentile(LatencyPercentile metric, Confidence confidence) {

    /** The fewest rounds for an interval. */
    static final int FEWEST_ROUNDS = 6;

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_101;

    /** Estimates the percentile in ms; empty if there are too few requests or rounds. */
    Optional<Estimate> estimate(List<Round> rounds) {
        OptionalDouble pooled = metric.of(Measurement.total(rounds));
        if (pooled.isEmpty() || rounds.size() < FEWEST_ROUNDS) {
            return Optional.empty();
        }
        double[] drawn = drawn(rounds.stream()
                .map(round -> round.measurement().latencies().histogram())
                .toList());
        int lower = (int) Math.floor(confidence.error() / 2 * DRAWS);
        Interval interval = new Interval(
                Math.min(pooled.getAsDouble(), drawn[lower]), Math.max(pooled.getAsDouble(), drawn[DRAWS - 1 - lower]));
        return Optional.of(new Estimate(pooled.getAsDouble(), interval, confidence.level(), rounds.size()));
    }

    /** Copies the histograms into smaller ones with the same counts, because each draw adds up all buckets. */
    private static List<Histogram> narrowed(List<Histogram> rounds) {
        long highest = rounds.stream().mapToLong(Histogram::getMaxValue).max().orElse(0);
        return rounds.stream()
                .map(round -> {
                    Histogram narrow = narrow(highest);
                    narrow.add(round);
                    return narrow;
                })
                .toList();
    }

    private static Histogram narrow(long highest) {
        return new Histogram(Math.max(2, highest), Latencies.none().histogram().getNumberOfSignificantValueDigits());
    }

    private double[] drawn(List<Histogram> whole) {
        List<Histogram> rounds = narrowed(whole);
        SplittableRandom random = new SplittableRandom(SEED);
        Histogram sum = narrow(rounds.get(0).getHighestTrackableValue());
        double[] values = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            sum.reset();
            for (int i = 0; i < rounds.size(); i++) {
                sum.add(rounds.get(random.nextInt(rounds.size())));
            }
            values[draw] = sum.getValueAtPercentile(metric.percentile().percent()) / 1e3;
        }
        Arrays.sort(values);
        return values;
    }
}
