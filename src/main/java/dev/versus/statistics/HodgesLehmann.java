package dev.versus.statistics;

/**
 * The one-sample Hodges-Lehmann estimator, also called the pseudo-median. It keeps 95.5 % of the mean's precision under normal noise,
 * and unlike the mean it tolerates almost 30 % of outliers.
 *
 * <p>Source: J. L. Hodges, E. L. Lehmann, "Estimates of Location Based on Rank Tests", Annals of Mathematical Statistics 34
 * (1963), 598–611.
 */
public final class HodgesLehmann {

    private HodgesLehmann() {}

    /**
     * Returns the median of the averages of all pairs of values, each value paired with itself too.
     *
     * @param sample at least one value
     * @throws UnusableValue if a value is not finite
     */
    public static double pseudoMedian(double... sample) {
        return WalshAverages.of(sample).median();
    }
}
