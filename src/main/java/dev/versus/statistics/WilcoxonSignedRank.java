package dev.versus.statistics;

import java.util.Optional;

/**
 * Wilcoxon's signed-rank test and the interval that belongs to it, exact for any number of rounds. It takes the differences
 * as independent and their distribution as symmetric, which holds without further ado where both sides are alike; it does
 * not take it as normal.
 *
 * <p>The interval is closed and its ends are ordered Walsh averages, counted from the null distribution without ties. Under
 * ties and zeros it covers at least as often as stated (Noether), and the test is the interval read backwards: an average of
 * exactly zero speaks for both sides. Both therefore err towards seeing no difference.
 *
 * <p>Sources: F. Wilcoxon, "Individual Comparisons by Ranking Methods", Biometrics Bulletin 1 (1945), 80–83; J. W. Tukey's
 * interval as given by M. Hollander, D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd ed. (2014), section
 * 3.3; for ties G. E. Noether, "Wilcoxon Confidence Intervals for Location Parameters in the Discrete Case", Journal of the
 * American Statistical Association 62 (1967), 184–188.
 */
public final class WilcoxonSignedRank {

    private WilcoxonSignedRank() {}

    /**
     * The pseudo-median of the differences and its two-sided interval.
     *
     * @param differences one for each round
     * @return nothing if there are fewer rounds than {@link #fewestRounds}
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

    /** The smallest number of rounds that can reach this confidence at all: 6 for 95 %, 7 for 97.5 %. */
    public static int fewestRounds(Confidence confidence) {
        int n = 1;
        while (Math.scalb(1.0, 1 - n) > confidence.error()) {
            n++;
        }
        return n;
    }
}
