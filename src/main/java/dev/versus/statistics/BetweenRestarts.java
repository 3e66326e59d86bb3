package dev.versus.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The spread of a metric in two parts: from one start of the systems to the next, and from round to round on one start. Where the first
 * part dominates, more rounds on the same start add little.
 *
 * <p>One-way random effects, analysis-of-variance (moment) estimates, a negative variance taken as zero. Source: S. R. Searle,
 * G. Casella, C. E. McCulloch, "Variance Components" (1992), chapter 3; the use for benchmarks: T.
 * Kalibera, R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013.
 *
 * @param between the standard deviation from restart to restart, in the unit of the rounds' effects
 * @param within the standard deviation from round to round on one start, in the same unit
 */
public record BetweenRestarts(double between, double within) {

    /**
     * Estimates the two parts of the spread.
     *
     * @param blocks the rounds' effects, one array for each restart; their sizes may differ
     * @return empty for fewer than two restarts, or when none of them has two rounds
     */
    public static Optional<BetweenRestarts> of(List<double[]> blocks) {
        List<double[]> filled =
                blocks.stream().filter(block -> block.length > 0).toList();
        int k = filled.size();
        double n = filled.stream().mapToInt(block -> block.length).sum();
        if (k < 2 || n <= k) {
            return Optional.empty();
        }
        double grandMean = filled.stream().flatMapToDouble(Arrays::stream).sum() / n;
        double squaresWithin = 0;
        double squaresBetween = 0;
        double squaredSizes = 0;
        for (double[] block : filled) {
            double mean = Arrays.stream(block).sum() / block.length;
            squaresWithin +=
                    Arrays.stream(block).map(d -> (d - mean) * (d - mean)).sum();
            squaresBetween += block.length * (mean - grandMean) * (mean - grandMean);
            squaredSizes += (double) block.length * block.length;
        }
        double meanSquareWithin = squaresWithin / (n - k);
        double meanSquareBetween = squaresBetween / (k - 1);
        double typicalSize = (n - squaredSizes / n) / (k - 1);
        double variance = Math.max(0, (meanSquareBetween - meanSquareWithin) / typicalSize);
        return Optional.of(new BetweenRestarts(Math.sqrt(variance), Math.sqrt(meanSquareWithin)));
    }

    /** Returns the share of a single round's variance that comes from restarts: 0 to 1. */
    public double share() {
        double total = between * between + within * within;
        return total == 0 ? 0 : between * between / total;
    }
}
