package dev.versus.statistics;

/**
 * Wilson's confidence interval of a share, such as failed requests among all, and Newcombe's of the difference of two shares, which is made
 * from those of both. They are valid for few events and for none.
 *
 * <p>Sources: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927), 209–212; recommended by L. D. Brown, T. T. Cai, A. DasGupta, "Interval Estimation for a
 * Binomial Proportion", Statistical Science 16 (2001), 101–133; for the difference R. G. Newcombe, "Interval Estimation for the Difference
 * Between Independent Proportions: Comparison of Eleven Methods", Statistics in Medicine 17 (1998), 873–890, method 10.
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * Returns the interval of the true share when {@code count} of {@code total} were seen; {@code [0, 1]} if {@code total} is 0.
     *
     * <p>It assumes independent events; errors that come in bursts would need a wider interval.
     */
    public static Interval of(long count, long total, Confidence confidence) {
        if (count < 0 || count > total) {
            throw new IllegalArgumentException(count + " of " + total + " is no share.");
        }
        if (total == 0) {
            return new Interval(0, 1);
        }
        double z2 = confidence.z() * confidence.z();
        double share = (double) count / total;
        double centre = (share + z2 / (2 * total)) / (1 + z2 / total);
        double half = Math.sqrt(z2 * (share * (1 - share) + z2 / (4 * total)) / total) / (1 + z2 / total);
        // For none and for all the formula gives exactly 0 and 1, up to rounding.
        return new Interval(count == 0 ? 0 : centre - half, count == total ? 1 : centre + half);
    }

    /**
     * Returns the interval of the true difference of two shares, the first less the other.
     *
     * @param share the first share as seen, 0 to 1
     * @param around its interval by {@link #of}
     * @param other the other share as seen
     * @param aroundOther its interval, at the same confidence
     */
    public static Interval ofDifference(double share, Interval around, double other, Interval aroundOther) {
        return new Interval(
                share - other - Math.hypot(share - around.lower(), aroundOther.upper() - other),
                share - other + Math.hypot(around.upper() - share, other - aroundOther.lower()));
    }
}
