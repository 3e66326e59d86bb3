package dev.versus.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * A percentile that is read only where enough values support it: at least {@value #VALUES_BEYOND} must be expected beyond it, on the side
 * with fewer values. A median needs 60 values, a 99th percentile 3,000, a 99.9th 30,000.
 *
 * <p>Source: nearest rank as in R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50 (1996), 361–365, definition 1.
 *
 * @param percent strictly between 0 and 100: 99.9 for the 99.9th
 */
public record Percentile(double percent) {

    /** The number of values that must lie beyond a percentile: their count then varies by about 18 %. */
    private static final int VALUES_BEYOND = 30;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentile {
        if (!(percent > 0 && percent < 100)) {
            throw new IllegalArgumentException("A percentile lies between 0 and 100, and " + percent + " does not.");
        }
    }

    /** Returns the fewest values that support this percentile. */
    public long valuesNeeded() {
        BigDecimal exact = BigDecimal.valueOf(percent);
        BigDecimal thinnerSide = exact.min(HUNDRED.subtract(exact));
        return BigDecimal.valueOf(VALUES_BEYOND)
                .multiply(HUNDRED)
                .divide(thinnerSide, 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Returns the value at this percentile, in the histogram's unit and to its precision; empty if too few values support it. */
    public OptionalDouble read(Histogram histogram) {
        return histogram.getTotalCount() >= valuesNeeded()
                ? OptionalDouble.of((double) histogram.getValueAtPercentile(percent))
                : OptionalDouble.empty();
    }
}
