package dev.versus.statistics;

/**
 * The one-sample Hodges-Lehmann estimator: the pseudo-median. It keeps 95.5 % of the mean's precision under normal noise, and
 * unlike the mean it stands up to almost 30 % of wild values.
 *
 * <p>Source: J. L. Hodges, E. L. Lehmann, "Estimates of Location Based on Rank Tests", Annals of Mathematical Statistics 34
 * (1963), 598–611.
 */
public final class HodgesLehmann {

    private HodgesLehmann() {}

    /**
     * The median of the averages of all pairs of values.
     *
     * @throws UnusableValue if a value is not finite
     */
    public static double pseudoMedian(double... sample) {
        return WalshAverages.of(sample).median();
    }
}
