package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileTest {

    @ParameterizedTest
    @CsvSource({
        "50, 60",
        "75, 120",
        "90, 300",
        "95, 600",
        "99, 3000",
        "99.9, 30000",
        "99.99, 300000",
        "1, 3000",
        "66, 89"
    })
    void needsThirtyValuesBeyond(double percent, long values) {
        assertThat(new Percentile(percent).valuesNeeded()).isEqualTo(values);
    }

    @Test
    void isNotReadWithoutSupport() {
        assertThat(Percentile.P99.read(upTo(2999))).isEmpty();
        assertThat(Percentile.P99.interval(upTo(2999), Confidence.USUAL)).isEmpty();
        assertThat(Percentile.P99.read(upTo(3000))).isPresent();
    }

    /** Values 1 to n, one each and below the first bucket that rounds: the value is its own rank. */
    @ParameterizedTest
    @CsvSource({"50, 60, 30", "50, 61, 31", "99, 3000, 2970", "99, 3001, 2971", "99.9, 30000, 29970"})
    void isTheValueOfTheNearestRank(double percent, long n, double value) {
        assertThat(new Percentile(percent).read(upTo(n))).hasValue(value);
    }

    /**
     * scipy 1.17.1: {@code binom.ppf([(1-c)/2, 1-(1-c)/2], n, p)}; the lower end is the order statistic of the first rank, the
     * upper end of the one after the second.
     */
    @ParameterizedTest
    @CsvSource({"50, 60, 22, 39", "99, 3000, 2959, 2981", "99, 5000, 4936, 4964"})
    void liesBetweenTwoOrderStatistics(double percent, long n, double lower, double upper) {
        assertThat(new Percentile(percent).interval(upTo(n), Confidence.USUAL)).hasValue(new Interval(lower, upper));
    }

    @Test
    void liesInAWiderIntervalWithMoreConfidence() {
        assertThat(Percentile.P95.interval(upTo(100_000), new Confidence(0.99))).hasValue(new Interval(94_822, 95_178));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 0.999, 0.0125, 998928", "1000000, 0.999, 0.9875, 999070", "3000000, 0.5, 0.025, 1498303"})
    void millionsOfValuesAreNoTrouble(long n, double probability, double at, long quantile) {
        assertThat(new BinomialDistribution(n, probability).quantile(at)).isEqualTo(quantile);
    }

    @Test
    void claimsNothingBeyondTheValuesSeen() {
        assertThat(Percentile.P50.interval(upTo(60), new Confidence(1 - 1e-15))).isPresent();
        assertThat(new Percentile(99).interval(upTo(3000), new Confidence(1 - 1e-14)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100, -1, Double.NaN})
    void liesBetweenNoneAndAll(double percent) {
        assertThatThrownBy(() -> new Percentile(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Histogram upTo(long n) {
        Histogram histogram = new Histogram(1, 2_000_000, 5);
        LongStream.rangeClosed(1, n).forEach(histogram::recordValue);
        return histogram;
    }
}
