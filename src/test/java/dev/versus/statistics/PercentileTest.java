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
        assertThat(new Percentile(99).read(upTo(2999))).isEmpty();
        assertThat(new Percentile(99).read(upTo(3000))).isPresent();
    }

    /** Values 1 to n, one each and below the first bucket that rounds: the value is its own rank. */
    @ParameterizedTest
    @CsvSource({"50, 60, 30", "50, 61, 31", "99, 3000, 2970", "99, 3001, 2971", "99.9, 30000, 29970"})
    void isTheValueOfTheNearestRank(double percent, long n, double value) {
        assertThat(new Percentile(percent).read(upTo(n))).hasValue(value);
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
