package dev.versus.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The rule that ends a warm-up. Slices are level when two conditions hold for the last {@code 2 × window} of them:
 *
 * <ol>
 *   <li>the median of the later half lies within {@code tolerance} of the median of the earlier half, relative to it, or they are no
 *       further apart than such noisy slices are by chance: {@link OrderEffect} tells them apart with an error above {@value #CHANCE}; and
 *   <li>they show no trend: {@link Drift} over them is not significant at {@value #TREND}, so slow but steady progress does not end the
 *       warm-up: with six slices, at least two pairs must run against it.
 * </ol>
 *
 * <p>Source for a window whose spread decides: A. Georges, D. Buytaert, L. Eeckhout, "Statistically Rigorous Java Performance
 * Evaluation", OOPSLA 2007. Medians tolerate a single slice that a pause disturbed.
 *
 * @param window the number of slices in each half, at least 3: no shorter series can show a trend
 * @param tolerance the largest relative difference between the halves' medians: 0.05 for 5 %
 */
public record SteadyState(int window, double tolerance) {

    /** The default: six slices against six, within 5 %. */
    public static final SteadyState USUAL = new SteadyState(6, 0.05);

    private static final double TREND = 0.05;
    private static final double CHANCE = 0.2;

    public SteadyState {
        if (window < 3 || !(tolerance > 0)) {
            throw new IllegalArgumentException("A window of 3 or more and a tolerance above zero were expected, not "
                    + window + " and " + tolerance + ".");
        }
    }

    /** Tells whether the slices, in the order in which they were measured, are level at the last one. */
    public boolean isReachedBy(double... slices) {
        if (slices.length < 2 * window) {
            return false;
        }
        double[] last = Arrays.copyOfRange(slices, slices.length - 2 * window, slices.length);
        double[] earlier = Arrays.copyOf(last, window);
        double[] later = Arrays.copyOfRange(last, window, last.length);
        return (isNear(earlier, later) || !OrderEffect.between(earlier, later).isSignificantAt(CHANCE))
                && !Drift.over(last).isSignificantAt(TREND);
    }

    private boolean isNear(double[] earlier, double[] later) {
        double level = Medians.of(earlier);
        return Math.abs(Medians.of(later) - level) <= tolerance * Math.abs(level);
    }

    /** Returns the number of slices after which they were level for the first time; empty if they never were. */
    public OptionalInt firstReachedAfter(double... slices) {
        for (int count = 2 * window; count <= slices.length; count++) {
            if (isReachedBy(Arrays.copyOf(slices, count))) {
                return OptionalInt.of(count);
            }
        }
        return OptionalInt.empty();
    }
}
