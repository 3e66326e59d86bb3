package dev.versus.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The start-up of a series: the first values, which are left out because the series had not settled by then.
 *
 * <p>The marginal standard error rule (MSER) leaves out the number d of first values that minimises {@code Σ (x − mean)² / (n − d)²} over
 * the n − d values that stay: a further value is left out only if that makes their mean more precise. Sources: K. P. White, "An Effective
 * Truncation Heuristic for Bias Reduction in Simulation Output", Simulation 69 (1997), 323–334; K. P. White, M. J. Cobb, S. C. Spratt, "A
 * Comparison of Five Steady-State Truncation Heuristics for Simulation", Winter Simulation Conference 2000, 755–760. The second one takes
 * means of five values first (MSER-5), against the noise of single observations. Here a value is the mean of a whole round already.
 */
public final class StartUp {

    /** Fewer values cannot tell a start-up from noise. */
    private static final int FEWEST = 10;

    /** A smaller advantage is an error of rounding. */
    private static final double ROUNDING = 1e-12;

    private StartUp() {}

    /**
     * Returns the number of values to leave out: none of fewer than {@value #FEWEST}, and none if a value is not finite.
     *
     * @return empty if the rule would leave out half of the values, the most that it may: the series did not settle
     */
    public static OptionalInt length(double... series) {
        if (series.length < FEWEST || !Arrays.stream(series).allMatch(Double::isFinite)) {
            return OptionalInt.of(0);
        }
        int half = series.length / 2;
        int best = 0;
        double least = marginalError(series, 0);
        for (int first = 1; first <= half; first++) {
            double error = marginalError(series, first);
            if (error < least - ROUNDING) {
                best = first;
                least = error;
            }
        }
        return best == half ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static double marginalError(double[] series, int first) {
        int left = series.length - first;
        double mean = Arrays.stream(series, first, series.length).sum() / left;
        double squares = Arrays.stream(series, first, series.length)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return squares / left / left;
    }
}
