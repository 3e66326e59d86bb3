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
 * How likely a random order of the same values has a Kendall score as far from zero. The numbers of orders by their
 * inversions are the coefficients of {@code ∏(1−qᵏ) / ∏∏(1−qᵏ)}: above the line k runs to the number of values, below it, for
 * every set of equal values, to the size of the set. Whole numbers keep it exact.
 */
final class Inversions {

    private Inversions() {}

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

    /** From none up to {@code most} inversions; higher coefficients do not touch lower ones. */
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
