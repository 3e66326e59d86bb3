package dev.versus.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * The difference of B from A, round by round. The two values of a round form a pair, so a disturbance that hits both cancels out.
 *
 * <pre>{@code
 * PairedEffect.ratio(throughputOfA, throughputOfB).estimate(Confidence.USUAL)
 * }</pre>
 *
 * <p>On the ratio scale a round's effect is {@code ln(b/a)} and the estimate exp of the pseudo-median, as T. Kalibera, R.
 * Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013, argue for ratios of performance.
 */
public final class PairedEffect {

    private final Scale scale;
    private final double[] perRound;

    private PairedEffect(Scale scale, double[] perRound) {
        this.scale = scale;
        this.perRound = perRound;
    }

    /**
     * Returns the effect as the ratio B/A.
     *
     * @throws UnusableValue if a value is not a finite number above zero
     */
    public static PairedEffect ratio(double[] a, double[] b) {
        return paired(Scale.RATIO, a, b, value -> value > 0 && Double.isFinite(value));
    }

    /**
     * Returns the effect of single values, as their ratio to 1.
     *
     * @throws UnusableValue if a value is not a finite number above zero
     */
    public static PairedEffect values(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ratio(ones, values);
    }

    /**
     * Returns the effect as the difference B − A, in their unit.
     *
     * @throws UnusableValue if a value is not finite
     */
    public static PairedEffect difference(double[] a, double[] b) {
        return paired(Scale.DIFFERENCE, a, b, Double::isFinite);
    }

    private static PairedEffect paired(Scale scale, double[] a, double[] b, DoublePredicate usable) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Values come in pairs, one a round, and there are " + a.length
                    + " of A and " + b.length + " of B.");
        }
        double[] perRound = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            if (!usable.test(a[i]) || !usable.test(b[i])) {
                throw unusable(scale, i, a[i], b[i]);
            }
            perRound[i] = scale.toLine(b[i]) - scale.toLine(a[i]);
        }
        return new PairedEffect(scale, perRound);
    }

    private static UnusableValue unusable(Scale scale, int index, double a, double b) {
        String expected = scale == Scale.RATIO ? "a ratio needs two finite values above zero" : "both must be finite";
        return new UnusableValue("Pair " + (index + 1) + " holds " + a + " and " + b + ": " + expected
                + ". Look at that round's errors, or leave the round out on both sides.");
    }

    /** Returns the scale on which the two values of a round are compared. */
    public Scale scale() {
        return scale;
    }

    /** Returns one value a round, on the line where effects add up: {@code ln(b/a)} for a ratio, {@code b − a} for a difference. */
    public double[] perRound() {
        return perRound.clone();
    }

    /**
     * Estimates the ratio or difference with its confidence interval.
     *
     * @param atLeast the confidence level that the interval must reach
     * @return empty if there are fewer rounds than {@link WilcoxonSignedRank#fewestRounds}
     */
    public Optional<Estimate> estimate(Confidence atLeast) {
        return WilcoxonSignedRank.estimate(perRound, atLeast)
                .map(onLine -> new Estimate(
                        scale.fromLine(onLine.value()),
                        new Interval(
                                scale.fromLine(onLine.interval().lower()),
                                scale.fromLine(onLine.interval().upper())),
                        onLine.confidence(),
                        onLine.n()));
    }
}
