package dev.versus.statistics;

/**
 * The binomial distribution: the number of successes in {@code total} independent trials. Weights are built outwards from the mode by the
 * ratio of neighbouring probabilities and then normalised, so no factorial is needed and millions of trials cost a few thousand steps.
 *
 * <p>Source: N. L. Johnson, A. W. Kemp, S. Kotz, "Univariate Discrete Distributions", 3rd ed. (2005), chapter 3, for the
 * recurrence.
 *
 * @param total the number of trials, above zero
 * @param probability the probability of success in each trial, strictly between 0 and 1
 */
record BinomialDistribution(long total, double probability) {

    /** Weights below this share of the mode's weight are left out. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Returns the smallest number of successes k with P(successes ≤ k) ≥ {@code atLeast}. */
    long quantile(double atLeast) {
        long mode = Math.min(total, (long) ((total + 1) * probability));
        long lowest = mode;
        double weight = 1;
        double sum = 1;
        while (lowest > 0 && weight > NEGLIGIBLE) {
            weight /= growth(lowest - 1);
            sum += weight;
            lowest--;
        }
        double weightOfLowest = weight;
        weight = 1;
        for (long count = mode; count < total && weight > NEGLIGIBLE; count++) {
            weight *= growth(count);
            sum += weight;
        }
        return walkUp(lowest, weightOfLowest, atLeast * sum);
    }

    private long walkUp(long from, double weightOfFrom, double goal) {
        long count = from;
        double weight = weightOfFrom;
        double sum = weight;
        while (sum < goal && count < total) {
            weight *= growth(count);
            sum += weight;
            count++;
        }
        return count;
    }

    /** Returns P(count + 1) / P(count). */
    private double growth(long count) {
        return (double) (total - count) / (count + 1) * probability / (1 - probability);
    }
}
