package dev.versus.statistics;

import java.util.Arrays;

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
        double effective = effectiveRounds(perRound.length, z);
        if (effective <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double standardError = standardDeviation(perRound) / Math.sqrt(effective);
        return effect.scale().size((z + Confidence.quantile(power)) * standardError);
    }

    /**
     * Estimates how many rounds would decide a claim that is still open. It assumes that the estimate is right and that the interval's
     * half-width shrinks as 1/√n, until it fits between the estimate and the nearest end of the required values. An interval that reaches
     * down to 0 has no logarithm there, so its distances are taken as differences.
     *
     * @param required the values that the claim requires
     * @return a whole number of rounds above the present one, or infinity
     */
    public static double roundsToDecide(Estimate now, Interval required, Scale reported) {
        Scale scale = now.interval().lower() > 0 ? reported : Scale.DIFFERENCE;
        double value = scale.toLine(now.value());
        double room = Math.min(
                Math.abs(value - scale.toLine(required.lower())), Math.abs(scale.toLine(required.upper()) - value));
        double shrink = scale.halfWidthOnLine(now.interval()) / room;
        return Math.max(Math.ceil(now.n() * shrink * shrink), now.n() + 1);
    }

    /**
     * Returns the scatter of a ratio from round to round: the standard deviation of {@code ln(b/a)} for which normal noise makes intervals
     * as wide as this one. A few wild rounds hardly change it, as they hardly change the interval.
     */
    public static double scatter(Estimate ratio) {
        double z = new Confidence(ratio.confidence()).z();
        return Scale.RATIO.halfWidthOnLine(ratio.interval()) / z * Math.sqrt(effectiveRounds(ratio.n(), z));
    }

    /**
     * Returns the smallest ratio, as a share, that rounds with this {@link #scatter} tell from 1 with the {@linkplain #USUAL usual} power;
     * infinite if the rounds are too few.
     */
    public static double smallestRatio(double scatter, double rounds, Confidence confidence) {
        double effective = effectiveRounds(rounds, confidence.z());
        return effective > 0
                ? Math.expm1((confidence.z() + Confidence.quantile(USUAL)) * scatter / Math.sqrt(effective))
                : Double.POSITIVE_INFINITY;
    }

    /** Returns the number of rounds with this {@link #scatter} whose {@link #smallestRatio} is {@code effect}. */
    public static double roundsToTell(double effect, double scatter, Confidence confidence) {
        double z = confidence.z();
        double deviations = (z + Confidence.quantile(USUAL)) * scatter / Math.log1p(effect);
        return Math.ceil(deviations * deviations / EFFICIENCY + z * z / 2);
    }

    /** Returns the number of normal values whose mean is as precise; the spread that is itself estimated costs z²/2. */
    private static double effectiveRounds(double rounds, double z) {
        return (rounds - z * z / 2) * EFFICIENCY;
    }

    private static double standardDeviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
