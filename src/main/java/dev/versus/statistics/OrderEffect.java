package dev.versus.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The effect of the order of turns: effects of rounds in which A went first against effects of rounds in which B went first. The test is
 * Mann and Whitney's as an exact permutation test on mid-ranks, so ties need no correction.
 *
 * <p>Sources: H. B. Mann, D. R. Whitney, "On a Test of Whether one of Two Random Variables is Stochastically Larger than the
 * Other", Annals of Mathematical Statistics 18 (1947), 50–60; for ties E. L. Lehmann, "Nonparametrics: Statistical Methods
 * Based on Ranks" (1975), section 1.4; the shift is Hodges' and Lehmann's (1963).
 *
 * @param shift by how much the effects with A first exceed the effects with B first, in their unit: the median over all pairs
 * @param pValue the two-sided probability of a difference at least as large if the order does not matter
 */
public record OrderEffect(double shift, double pValue) {

    /**
     * Compares the effects of the two orders.
     *
     * @param aFirst the effects of rounds where A went first, at least one
     * @param bFirst the effects of rounds where B went first, at least one
     * @throws UnusableValue if an effect is not finite
     */
    public static OrderEffect between(double[] aFirst, double[] bFirst) {
        double[] all = DoubleStream.concat(Arrays.stream(aFirst), Arrays.stream(bFirst))
                .toArray();
        if (aFirst.length == 0 || bFirst.length == 0) {
            throw new IllegalArgumentException("Both orders must have occurred.");
        }
        if (!Arrays.stream(all).allMatch(Double::isFinite)) {
            throw new UnusableValue("Every effect must be a finite number: " + Arrays.toString(all) + ".");
        }
        double[] shifts = Arrays.stream(aFirst)
                .flatMap(a -> Arrays.stream(bFirst).map(b -> a - b))
                .toArray();
        return new OrderEffect(Medians.of(shifts), pValue(twiceTheMidRanks(all), aFirst.length));
    }

    /** Tells whether an effect of order this large appears by chance with probability {@code error} at most. */
    public boolean isSignificantAt(double error) {
        return pValue <= error;
    }

    private static int[] twiceTheMidRanks(double[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> {
                    long smaller = Arrays.stream(values).filter(v -> v < value).count();
                    long equal = Arrays.stream(values).filter(v -> v == value).count();
                    return (int) (2 * smaller + equal + 1);
                })
                .toArray();
    }

    private static double pValue(int[] ranks, int chosen) {
        double[] ways = waysToSum(ranks, chosen);
        int observed = Arrays.stream(ranks, 0, chosen).sum();
        double atMost = Arrays.stream(ways, 0, observed + 1).sum();
        double atLeast = Arrays.stream(ways, observed, ways.length).sum();
        double all = Arrays.stream(ways).sum();
        return Math.min(1, 2 * Math.min(atMost, atLeast) / all);
    }

    /** Counts the ways to choose {@code chosen} of the ranks, by the sum of the chosen ranks. */
    private static double[] waysToSum(int[] ranks, int chosen) {
        double[][] ways = new double[chosen + 1][Arrays.stream(ranks).sum() + 1];
        ways[0][0] = 1;
        int seen = 0;
        int most = 0;
        for (int rank : ranks) {
            seen++;
            most += rank;
            for (int taken = Math.min(chosen, seen); taken > 0; taken--) {
                for (int sum = most; sum >= rank; sum--) {
                    ways[taken][sum] += ways[taken - 1][sum - rank];
                }
            }
        }
        return ways[chosen];
    }
}
