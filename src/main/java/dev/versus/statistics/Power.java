package dev.versus.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What a run with this spread could have told apart, and how many rounds would tell more. Both are approximations for
 * planning, never part of a verdict.
 *
 * <p>Sources: for the efficiency 3/π of Wilcoxon's test under normal noise J. L. Hodges, E. L. Lehmann, "The Efficiency of
 * Some Nonparametric Competitors of the t-Test", Annals of Mathematical Statistics 27 (1956), 324–335; for what a
 * spread that is itself estimated costs W. C. Guenther, "Sample Size Formulas for Normal Theory T Tests", The American
 * Statistician 35 (1981), 243–244.
 */
public final class Power {

    /** The chance of seeing a difference that is there which planning usually asks for. */
    public static final double USUAL = 0.80;

    private static final double EFFICIENCY = 3 / Math.PI;

    private Power() {}

    /**
     * The smallest true effect that as many rounds with as much spread would show with probability {@code power}.
     *
     * @return a size on the effect's scale: 0.05 for 5 % of a ratio, an amount for a difference; infinite for hardly any rounds
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
     * How many rounds would likely decide a claim that these left open, were the estimate right and the half-width to shrink
     * as 1/√n: until it fits between the estimate and the nearest end of what the claim requires.
     *
     * @param required the values that the claim requires
     * @return more rounds than there are now, or nothing when it would take more than {@code cap}
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
