package dev.versus.verdict;

import dev.versus.statistics.Percentile;
import java.util.List;

/**
 * The A/A comparison: one target measured under two names. Any difference between the two is noise, and a difference of that size
 * between other targets means nothing.
 */
public final class NoiseFloor {

    private static final String AGAIN = " again";

    private NoiseFloor() {}

    /** Returns the second name of a target, under which it is measured again. */
    public static String twinOf(String target) {
        return target + AGAIN;
    }

    /** Returns the claims that throughput, mean and median of a target are equivalent under both names. */
    public static List<Claim> claims(String target) {
        return List.of(
                claim(Figure.THROUGHPUT, target),
                claim(Figure.MEAN, target),
                claim(new LatencyPercentile(new Percentile(50)), target));
    }

    private static Claim claim(Metric metric, String target) {
        Subject.Ratio ratio = new Subject.Ratio(metric, twinOf(target), target);
        return new Claim("noise: " + ratio.describe(), ratio.isEquivalent(), false);
    }

    /** Tells whether a claim compares a target with itself; such a claim is about the measurement, not about the systems. */
    public static boolean isNoise(Claim claim) {
        return claim.statement().subject() instanceof Subject.Ratio ratio
                && ratio.target().equals(twinOf(ratio.baseline()));
    }
}
