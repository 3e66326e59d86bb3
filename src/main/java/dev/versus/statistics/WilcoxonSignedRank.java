package dev.versus.statistics;

import java.util.Optional;

/**
 * Wilcoxon's signed-rank test and its confidence interval, exact for any number of rounds. It assumes independent differences with a
 * symmetric distribution, and symmetry follows by itself where both sides are alike. It does not assume a normal distribution.
 *
 * <p>The interval is closed, and its ends are ordered Walsh averages, counted from the null distribution without ties. With ties and
 * zeros it covers the true value at least as often as stated (Noether). The test inverts the interval: an average of exactly zero
 * counts for both sides. Both therefore err towards "no difference".
 *
 * <p>Sources: F. Wilcoxon, "Individual Comparisons by Ranking Methods", Biometrics Bulletin 1 (1945), 80–83; J. W. Tukey's
 * interval as given by M. Hollander, D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd ed. (2014), section
 * 3.3; for ties G. E. Noether, "Wilcoxon Confidence Intervals for Location Parameters in the Discrete Case", Journal of the
 * American Statistical Association 62 (1967), 184–188.
 */
public final class WilcoxonSignedRank {

    private WilcoxonSignedRank() {}

    /**
     * Returns the pseudo-median of the differences and its two-sided interval.
     *
     * @param differences one for each round
     * @param atLeast the confidence level that the interval must reach
     * @return empty if there are fewer rounds than {@link #fewestRounds}
     * @throws UnusableValue if a difference is not finite
     */
    public static Optional<Estimate> estimate(double[] differences, Confidence atLeast) {
        int n = differences.length;
        SignedRankDistribution ranks = SignedRankDistribution.of(n);
        int critical = ranks.largestCritical(atLeast.error());
        if (critical < 0) {
            return Optional.empty();
        }
        WalshAverages averages = WalshAverages.of(differences);
        double achieved = 1 - 2 * ranks.atMost(critical);
        return Optional.of(new Estimate(averages.median(), averages.without(critical), achieved, n));
    }

    /** Returns the smallest number of rounds that can reach this confidence: 6 for 95 %, 7 for 97.5 %. */
    public static int fewestRounds(Confidence confidence) {
        int n = 1;
        while (Math.scalb(1.0, 1 - n) > confidence.error()) {
            n++;
        }
        return n;
    }
}
