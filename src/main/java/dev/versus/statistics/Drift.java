package dev.versus.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A trend of values over the rounds: the Mann-Kendall test with its exact distribution, and Sen's slope. Equal values count for
 * neither direction. The distribution is taken over all orders of these very values, so ties need no correction.
 *
 * <p>Sources: H. B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945), 245–259; for the distribution under
 * ties, whose generating function is a Gaussian multinomial, G. E. Andrews, "The Theory of Partitions" (1976), chapter 3;
 * for the slope P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", Journal of the American
 * Statistical Association 63 (1968), 1379–1389.
 *
 * @param tau from −1 (every later value is smaller) to 1 (every later value is larger)
 * @param slope the change from one value to the next, in the values' unit: the median over all pairs
 * @param pValue the two-sided probability of a trend at least as strong if there is none
 */
public record Drift(double tau, double slope, double pValue) {

    /**
     * Computes the trend of values in the order in which they were measured.
     *
     * @param values at least two, all finite
     * @throws UnusableValue if a value is not finite
     */
    public static Drift over(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("A drift needs at least two values.");
        }
        int pairs = values.length * (values.length - 1) / 2;
        double[] slopes = new double[pairs];
        int score = 0;
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                score += (int) Math.signum(values[j] - values[i]);
                slopes[next++] = (values[j] - values[i]) / (j - i);
            }
        }
        if (!Arrays.stream(slopes).allMatch(Double::isFinite)) {
            throw new UnusableValue("Every value must be a finite number: " + Arrays.toString(values) + ".");
        }
        return new Drift((double) score / pairs, Medians.of(slopes), Inversions.pValue(values, score));
    }

    /**
     * Computes the trend over the medians of so many parts at most, of consecutive values each: what moves values for a moment moves a few
     * of them alike, and is no trend.
     *
     * @param values at least two, all finite
     */
    public static Drift overParts(int most, double... values) {
        int parts = Math.min(most, values.length);
        return over(IntStream.range(0, parts)
                .mapToDouble(part -> Medians.of(
                        Arrays.copyOfRange(values, part * values.length / parts, (part + 1) * values.length / parts)))
                .toArray());
    }

    /** Tells whether a trend this strong appears by chance with probability {@code error} at most. */
    public boolean isSignificantAt(double error) {
        return pValue <= error;
    }
}
