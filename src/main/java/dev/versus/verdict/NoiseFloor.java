package dev.versus.verdict;

import dev.versus.statistics.Margin;
import dev.versus.statistics.Percentile;
import java.util.List;

/**
 * The A/A comparison: a target set against itself under another name. Whatever differs there is noise, and no smaller
 * difference between other targets means anything.
 */
public final class NoiseFloor {

    private static final String AGAIN = " again";

    private NoiseFloor() {}

    /** The name of a target's twin. */
    public static String twinOf(String target) {
        return target + AGAIN;
    }

    /** What is claimed of a target and its twin: throughput, mean and median are the same. */
    public static List<Claim> claims(String target) {
        return List.of(
                claim(Figure.THROUGHPUT, target),
                claim(Figure.MEAN, target),
                claim(new LatencyPercentile(new Percentile(50)), target));
    }

    private static Claim claim(Metric metric, String target) {
        Subject ratio = new Subject.Ratio(metric, twinOf(target), target);
        Expectation same = new IsEquivalent(Margin.relative(metric.usualMargin()));
        return new Claim("noise: " + ratio.describe(), new Statement(ratio, same), false);
    }

    /** Whether a claim sets a target against its twin: it tells of the measurement, and nothing of the systems. */
    public static boolean isNoise(Claim claim) {
        return claim.statement().subject() instanceof Subject.Ratio ratio
                && ratio.target().equals(twinOf(ratio.baseline()));
    }
}
