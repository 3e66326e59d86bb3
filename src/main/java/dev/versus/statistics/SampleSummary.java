package dev.versus.statistics;

/**
 * A sample of which only a few figures are known; two of them can be told apart nevertheless. Both tests call two samples of the same
 * distribution different in at most one of a thousand cases.
 *
 * @param count the number of values, at least 1
 */
public record SampleSummary(long count, double mean, double variance, double smallest, double largest) {

    private static final double ERROR = 0.001;
    /** The two-sided quantile of the normal distribution for {@value #ERROR}. */
    private static final double DEVIATIONS = 3.29;

    private static final int FEWEST_FOR_A_MEAN = 100;

    /**
     * Tells whether the means differ by more than chance allows: by more than 3.29 standard errors. Needs 100 values on each side, so that
     * means are about normally distributed; false for fewer. Source: B. L. Welch, "The Generalization of 'Student's' Problem when Several
     * Different Population Variances Are Involved", Biometrika 34 (1947), 28–35.
     */
    public boolean hasOtherMeanThan(SampleSummary other) {
        double error = Math.sqrt(variance / count + other.variance / other.count);
        return Math.min(count, other.count) >= FEWEST_FOR_A_MEAN && Math.abs(mean - other.mean) > DEVIATIONS * error;
    }

    /**
     * Tells whether all values of one sample lie above all values of the other, and chance hardly does that: of n and m values of the same
     * distribution it does with a probability of at most 2 n! m! / (n + m)!, as all orders of the values are equally likely. Source:
     * F. Wilcoxon, "Individual Comparisons by Ranking Methods", Biometrics Bulletin 1 (1945), 80–83: the extreme rank sums.
     */
    public boolean isDisjointFrom(SampleSummary other) {
        boolean disjoint = smallest > other.largest || other.smallest > largest;
        return disjoint && chanceOfDisjoint(Math.min(count, other.count), Math.max(count, other.count)) <= ERROR;
    }

    private static double chanceOfDisjoint(long fewer, long more) {
        double chance = 2;
        for (long i = 1; i <= fewer && chance > ERROR; i++) {
            chance *= (double) i / (more + i);
        }
        return chance;
    }
}
