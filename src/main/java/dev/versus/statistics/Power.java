package dev.versus.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The power of a comparison: the smallest effect that a run with this spread can detect, and the rounds that a decision would need.
 * Both are approximations for planning, never part of a verdict.
 *
 * <p>Sources: for the efficiency 3/π of Wilcoxon's test under normal noise J. L. Hodges, E. L. Lehmann, "The Efficiency of
 * Some Nonparametric Competitors of the t-Test", Annals of Mathematical Statistics 27 (1956), 324–335; for what a
 * spread that is itself estimated costs W. C. Guenther, "Sample Size Formulas for Normal Theory T Tests", The American
 * Statistician 35 (1981), 243–244.
 */
public final class Power {

    /** The power that planning usually asks for: the probability of detecting a difference that exists. */
    public static final double USUAL = 0.80;

    private static final double EFFICIENCY = 3 / Math.PI;

    private Power() {}

    /**
     * Returns the smallest true effect that a run with as many rounds and as much spread detects with probability {@code power}.
     *
     * @return a size on the effect's scale: 0.05 for 5 % of a ratio, an amount for a difference; infinite if the rounds are too few
     */
    public static double smallestEffect(PairedEffect effect, Confidence confidence, double power) {
        double[] perRound = effect.perRound();
        double z = confidence.z();
        double effectiveRounds = (perRound.length - z * z / 2) * EFFICIENCY;
        if (effectiveRounds <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double standardError = standardDeviation(perRound) / Math.sqrt(effectiveRounds);
        return effect.scale().size((z + NormalDistribution.quantile(power)) * standardError);
    }

    /**
     * Estimates how many rounds would decide a claim that is still open. It assumes that the estimate is right and that the interval's
     * half-width shrinks as 1/√n, until it fits between the estimate and the nearest end of the required values.
     *
     * @param required the values that the claim requires
     * @return a number of rounds above the present one; empty if it would be above {@code cap}
     */
    public static OptionalInt roundsToDecide(Estimate now, Interval required, Scale scale, int cap) {
        double value = scale.toLine(now.value());
        double room = Math.min(
                Math.abs(value - scale.toLine(required.lower())), Math.abs(scale.toLine(required.upper()) - value));
        double shrink = scale.halfWidthOnLine(now.interval()) / room;
        double rounds = Math.max(Math.ceil(now.n() * shrink * shrink), now.n() + 1);
        return rounds <= cap ? OptionalInt.of((int) rounds) : OptionalInt.empty();
    }

    private static double standardDeviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
