package dev.versus.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

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

    public static final Percentile P50 = new Percentile(50);
    public static final Percentile P95 = new Percentile(95);
    public static final Percentile P99 = new Percentile(99);

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

    /** Tells whether the histogram holds enough values to read this percentile. */
    public boolean isSupportedBy(Histogram histogram) {
        return histogram.getTotalCount() >= valuesNeeded();
    }

    /** Returns the value at this percentile, in the histogram's unit and to its precision; empty if too few values support it. */
    public OptionalDouble read(Histogram histogram) {
        if (!isSupportedBy(histogram)) {
            return OptionalDouble.empty();
        }
        long rank = BigDecimal.valueOf(percent)
                .multiply(BigDecimal.valueOf(histogram.getTotalCount()))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .longValueExact();
        return OptionalDouble.of(valueAt(rank, histogram));
    }

    private static double valueAt(long rank, Histogram histogram) {
        for (HistogramIterationValue step : histogram.recordedValues()) {
            if (step.getTotalCountToThisValue() >= rank) {
                return step.getValueIteratedTo();
            }
        }
        throw new IllegalArgumentException("There is no value of rank " + rank + ".");
    }
}
