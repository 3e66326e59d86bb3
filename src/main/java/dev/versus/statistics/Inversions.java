package dev.versus.statistics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * The exact p-value of Kendall's score, over all orders of the same values. The number of orders with i inversions is the coefficient of
 * qⁱ in {@code ∏(1−qᵏ) / ∏∏(1−qᵏ)}: in the numerator k runs to the number of values, in the denominator, for every set of equal values,
 * to the size of the set. Integer arithmetic keeps the numbers exact.
 */
final class Inversions {

    private Inversions() {}

    /** Returns the two-sided probability that a random order of the values has a score at least as far from zero. */
    static double pValue(double[] values, int score) {
        Collection<Long> tied = Arrays.stream(values)
                .map(value -> value + 0.0) // Minus zero becomes zero, which it equals.
                .boxed()
                .collect(groupingBy(identity(), counting()))
                .values();
        long untiedPairs = pairs(values.length)
                - tied.stream().mapToLong(Inversions::pairs).sum();
        BigInteger[] orders = ordersByInversions(values.length, tied, (int) (untiedPairs - Math.abs(score)) / 2);
        BigInteger asFar = Arrays.stream(orders).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger all = tied.stream().map(Inversions::factorial).reduce(factorial(values.length), BigInteger::divide);
        double oneSided = new BigDecimal(asFar)
                .divide(new BigDecimal(all), MathContext.DECIMAL64)
                .doubleValue();
        return Math.min(1, 2 * oneSided);
    }

    /** Counts the orders with 0 to {@code most} inversions; higher coefficients are not needed for lower ones. */
    private static BigInteger[] ordersByInversions(int n, Collection<Long> tied, int most) {
        BigInteger[] orders = new BigInteger[most + 1];
        Arrays.fill(orders, BigInteger.ZERO);
        orders[0] = BigInteger.ONE;
        for (int k = 1; k <= n; k++) {
            for (int i = most; i >= k; i--) {
                orders[i] = orders[i].subtract(orders[i - k]);
            }
        }
        for (long size : tied) {
            for (int k = 1; k <= size; k++) {
                for (int i = k; i <= most; i++) {
                    orders[i] = orders[i].add(orders[i - k]);
                }
            }
        }
        return orders;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    private static BigInteger factorial(long n) {
        return LongStream.rangeClosed(2, n).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
