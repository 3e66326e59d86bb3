package dev.versus.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence levels of the intervals at several looks at growing data, such that all intervals together hold with one overall confidence.
 *
 * <p>On each side, the error spent up to a share t of all data is {@code 2 − 2 Φ(z / √t)}, which resembles O'Brien and Fleming's
 * boundaries: little at an early look, almost all at the last. The level at each look follows from the joint distribution of the looks' statistics, which for sums
 * of independent symmetric differences (signed ranks among them) tends to Brownian motion. It is integrated on a grid.
 *
 * <p>Sources: K. K. G. Lan, D. L. DeMets, "Discrete Sequential Boundaries for Clinical Trials", Biometrika 70 (1983), 659–663; P.
 * Armitage, C. K. McPherson, B. C. Rowe, "Repeated Significance Tests on Accumulating Data", JRSS A 132 (1969), 235–244, for the
 * recursion; C. Jennison, B. W. Turnbull, "Group Sequential Methods with Applications to Clinical Trials" (2000), chapters 7 and 9.
 */
public final class AlphaSpending {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final int POINTS = 1_001;
    private static final int HALVINGS = 50;
    /** Beyond this many standard deviations no probability is left to count. */
    private static final double FARTHEST = 8;

    private AlphaSpending() {}

    /**
     * Returns the confidence level of the interval at each look.
     *
     * @param shares the share of all data at each look, ascending, the last 1
     * @param overall the confidence with which all intervals together hold
     */
    public static List<Confidence> levels(double[] shares, Confidence overall) {
        return Arrays.stream(bounds(shares, overall))
                .mapToObj(bound -> new Confidence(1 - 2 * STANDARD.survivalProbability(bound)))
                .toList();
    }

    /** Returns the bound of the standardised statistic at each look. */
    static double[] bounds(double[] shares, Confidence overall) {
        double[] bounds = new double[shares.length];
        Grid inside = Grid.START;
        double spent = 0;
        for (int look = 0; look < shares.length; look++) {
            double now = spentAt(shares[look], overall);
            bounds[look] = boundFor(now - spent, inside, shares[look]);
            inside = inside.after(shares[look], bounds[look] * Math.sqrt(shares[look]));
            spent = now;
        }
        return bounds;
    }

    private static double spentAt(double share, Confidence overall) {
        double quarter = Confidence.quantile(1 - overall.error() / 4);
        return 4 * STANDARD.survivalProbability(quarter / Math.sqrt(share));
    }

    private static double boundFor(double error, Grid inside, double share) {
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (inside.beyond(share, middle * Math.sqrt(share)) > error) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The density of the statistic that has stayed within the bounds so far.
     *
     * @param share the share of all data
     * @param points equally distant values of the statistic
     * @param weights the probability of each
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two grids.
    private record Grid(double share, double[] points, double[] weights) {

        static final Grid START = new Grid(0, new double[] {0}, new double[] {1});

        /** Returns the probability of a statistic beyond the bound at the next look. */
        double beyond(double next, double bound) {
            double deviation = Math.sqrt(next - share);
            return IntStream.range(0, points.length)
                    .mapToDouble(i -> weights[i]
                            * (STANDARD.survivalProbability((bound - points[i]) / deviation)
                                    + STANDARD.cumulativeProbability((-bound - points[i]) / deviation)))
                    .sum();
        }

        /** Returns the density within the bound at the next look, by the trapezoid rule. */
        Grid after(double next, double bound) {
            double deviation = Math.sqrt(next - share);
            double step = 2 * bound / (POINTS - 1);
            double[] values = IntStream.range(0, POINTS)
                    .mapToDouble(i -> i * step - bound)
                    .toArray();
            double[] probabilities = Arrays.stream(values)
                    .map(value -> density(value, deviation) * step)
                    .toArray();
            probabilities[0] /= 2;
            probabilities[POINTS - 1] /= 2;
            return new Grid(next, values, probabilities);
        }

        private double density(double value, double deviation) {
            return IntStream.range(0, points.length)
                    .mapToDouble(i -> weights[i] * STANDARD.density((value - points[i]) / deviation) / deviation)
                    .sum();
        }
    }
}
