package dev.versus.statistics;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The share of a whole effect that one part of it carries, round by round. On the line where effects add up, parts add up too, and the
 * shares of all parts together are about 1. A share below 0 or above 1 is no mistake: other parts then act in the opposite direction.
 *
 * <p>The interval holds every share s for which the signed-rank test cannot tell {@code part − s · whole} from zero; the value is the share
 * that balances the ranks best. Where the whole effect cannot be told from zero, every share would pass the test, so there is no estimate.
 *
 * <p>Sources: E. C. Fieller, "Some Problems in Interval Estimation", Journal of the Royal Statistical Society B 16 (1954), 175–185,
 * for a ratio's interval by the test that it passes; M. Hollander, D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd
 * ed. (2014), section 3.3, for the test.
 */
public final class ShareOfEffect {

    private final double[] shares;
    private final boolean[] rising;

    /** Holds one share for each pair of rounds, at which {@code part − s · whole} changes its sign, and the direction of that change. */
    private ShareOfEffect(double[] shares, boolean[] rising) {
        this.shares = shares;
        this.rising = rising;
    }

    /**
     * Estimates the share with its confidence interval.
     *
     * @param part the effect of a part in each round, on the line where effects add up
     * @param whole the whole effect in the same rounds
     * @param atLeast the confidence level that the interval must reach
     * @return empty if there are too few rounds, or if the whole effect cannot be told from zero
     * @throws UnusableValue if a value is not finite
     */
    public static Optional<Estimate> of(double[] part, double[] whole, Confidence atLeast) {
        if (part.length != whole.length) {
            throw new IllegalArgumentException("Effects come in pairs, one a round, and there are " + part.length
                    + " of the part and " + whole.length + " of the whole.");
        }
        return WilcoxonSignedRank.estimate(whole, atLeast)
                .filter(effect -> !effect.interval().contains(0))
                .map(effect -> between(part, whole).estimate(part.length, atLeast, effect.confidence()));
    }

    private static ShareOfEffect between(double[] part, double[] whole) {
        WalshAverages.of(part);
        int[][] pairs = IntStream.range(0, part.length)
                .boxed()
                .flatMap(i -> IntStream.range(i, part.length).mapToObj(j -> new int[] {i, j}))
                .filter(pair -> whole[pair[0]] + whole[pair[1]] != 0)
                .toArray(int[][]::new);
        double[] shares = new double[pairs.length];
        boolean[] rising = new boolean[pairs.length];
        for (int at = 0; at < pairs.length; at++) {
            double wholes = whole[pairs[at][0]] + whole[pairs[at][1]];
            shares[at] = (part[pairs[at][0]] + part[pairs[at][1]]) / wholes;
            rising[at] = wholes < 0;
        }
        return new ShareOfEffect(shares, rising);
    }

    private Estimate estimate(int n, Confidence atLeast, double achieved) {
        int critical = SignedRankDistribution.of(n).largestCritical(atLeast.error());
        double[] accepted =
                Arrays.stream(shares).filter(share -> balance(share) > critical).toArray();
        int best = Arrays.stream(accepted).mapToInt(this::balance).max().orElseThrow();
        DoubleSummaryStatistics balanced =
                Arrays.stream(accepted).filter(share -> balance(share) == best).summaryStatistics();
        DoubleSummaryStatistics all = Arrays.stream(accepted).summaryStatistics();
        double middle = (balanced.getMin() + balanced.getMax()) / 2;
        return new Estimate(middle, new Interval(all.getMin(), all.getMax()), achieved, n);
    }

    /** Counts the pairs above this share and the pairs below it, and returns the smaller count; a pair at the share counts for both. */
    private int balance(double share) {
        int above = 0;
        int below = 0;
        for (int at = 0; at < shares.length; at++) {
            int side = Double.compare(shares[at], share) * (rising[at] ? -1 : 1);
            above += side >= 0 ? 1 : 0;
            below += side <= 0 ? 1 : 0;
        }
        return Math.min(above, below);
    }
}
