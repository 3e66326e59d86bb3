package dev.versus.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

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
     * Returns the effect as the ratio B/A of counts, or of shares that are counted: a pair that holds none on either side is equal.
     *
     * @throws UnusableValue if one value of a pair is zero and the other is not, or if a value is negative or not finite
     */
    public static PairedEffect ratioOfCounts(double[] a, double[] b) {
        return ratio(onesForNone(a, b), onesForNone(b, a));
    }

    private static double[] onesForNone(double[] values, double[] others) {
        return IntStream.range(0, values.length)
                .mapToDouble(at -> values[at] == 0 && at < others.length && others[at] == 0 ? 1 : values[at])
                .toArray();
    }

    /**
     * Returns the effect of single values: as their ratio to 1, or as their difference from 0 if one of them is 0, which has no logarithm.
     *
     * @throws UnusableValue if a value is negative or not finite
     */
    public static PairedEffect values(double[] values) {
        double[] neutral = new double[values.length];
        if (Arrays.stream(values).anyMatch(value -> value == 0)) {
            return paired(Scale.DIFFERENCE, neutral, values, value -> value >= 0 && Double.isFinite(value));
        }
        Arrays.fill(neutral, 1);
        return ratio(neutral, values);
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
        return new UnusableValue("Pair " + (index + 1) + " holds " + a + " and " + b + ": " + expected + ".");
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
                        onScale(onLine.value()),
                        new Interval(
                                onScale(onLine.interval().lower()),
                                onScale(onLine.interval().upper())),
                        onLine.confidence(),
                        onLine.n()));
    }

    /** Returns the value of a position on the line; never the negative zero, which would be printed with its sign. */
    private double onScale(double position) {
        return scale.fromLine(position) + 0.0;
    }
}
