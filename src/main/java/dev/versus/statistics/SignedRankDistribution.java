package dev.versus.statistics;

/**
 * The exact distribution of Wilcoxon's signed-rank sum T, in which each of the ranks 1 to n counts with probability one half. The
 * recursion adds one rank after another; halving and adding are exact in a double up to n = 53, and correct to about 15 digits beyond.
 *
 * <p>Source: M. Hollander, D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd ed. (2014), section 3.1.
 */
final class SignedRankDistribution {

    private final double[] atMost;

    private SignedRankDistribution(double[] atMost) {
        this.atMost = atMost;
    }

    static SignedRankDistribution of(int n) {
        double[] probability = new double[n * (n + 1) / 2 + 1];
        probability[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = rank * (rank + 1) / 2; sum >= 0; sum--) {
                double without = probability[sum];
                double with = sum >= rank ? probability[sum - rank] : 0;
                probability[sum] = without / 2 + with / 2;
            }
        }
        for (int sum = 1; sum < probability.length; sum++) {
            probability[sum] += probability[sum - 1];
        }
        return new SignedRankDistribution(probability);
    }

    /** Returns P(T ≤ sum). */
    double atMost(int sum) {
        return sum < 0 ? 0 : atMost[Math.min(sum, atMost.length - 1)];
    }

    /** Returns the largest sum s with 2 · P(T ≤ s) ≤ {@code error}, or −1 if there is none. */
    int largestCritical(double error) {
        int sum = -1;
        while (2 * atMost(sum + 1) <= error) {
            sum++;
        }
        return sum;
    }
}
