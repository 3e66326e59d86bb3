package dev.versus.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Brute force: every one of the 2^n ways to give the ranks 1 to n a sign. */
final class SignRuns {

    private SignRuns() {}

    /** How many of all sign assignments have a sum of positive ranks of {@code sum}, by sum. */
    static long[] countsBySum(int n) {
        long[] counts = new long[n * (n + 1) / 2 + 1];
        for (int signs = 0; signs < 1 << n; signs++) {
            int chosen = signs;
            counts[
                    IntStream.range(0, n)
                            .filter(i -> (chosen >> i & 1) == 1)
                            .map(i -> i + 1)
                            .sum()]++;
        }
        return counts;
    }

    /**
     * The two-sided p-value of a signed-rank test with mid-ranks for ties, zeros ranked but counted for the smaller side
     * (Pratt), by enumeration of the signs of everything that is not zero.
     */
    static double pValueByEnumeration(double[] differences) {
        int n = differences.length;
        double[] ranks = midRanksOfMagnitudes(differences);
        double[] nonZero = IntStream.range(0, n)
                .filter(i -> differences[i] != 0)
                .mapToDouble(i -> ranks[i])
                .toArray();
        double positive = IntStream.range(0, n)
                .filter(i -> differences[i] > 0)
                .mapToDouble(i -> ranks[i])
                .sum();
        double centre = Arrays.stream(nonZero).sum() / 2;
        long asFar = IntStream.range(0, 1 << nonZero.length)
                .filter(signs -> Math.abs(sumOf(nonZero, signs) - centre) >= Math.abs(positive - centre) - 1e-9)
                .count();
        return (double) asFar / (1 << nonZero.length);
    }

    private static double sumOf(double[] ranks, int signs) {
        return IntStream.range(0, ranks.length)
                .filter(i -> (signs >> i & 1) == 1)
                .mapToDouble(i -> ranks[i])
                .sum();
    }

    private static double[] midRanksOfMagnitudes(double[] values) {
        return Arrays.stream(values)
                .map(Math::abs)
                .map(v -> {
                    long smaller =
                            Arrays.stream(values).filter(w -> Math.abs(w) < v).count();
                    long equal =
                            Arrays.stream(values).filter(w -> Math.abs(w) == v).count();
                    return smaller + (equal + 1) / 2.0;
                })
                .toArray();
    }
}
