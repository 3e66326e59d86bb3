package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSummaryTest {

    private static final int RUNS = 10_000;
    /** The 99.9 % point of the number of errors in ten thousand runs, at one error in a thousand: 10 + 3.1 × √10. */
    private static final int MOST_ERRORS = 20;

    private final Random random = new Random(42);

    private static SampleSummary of(int count, DoubleSupplier value) {
        double[] values = DoubleStream.generate(value).limit(count).toArray();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double squares = DoubleStream.of(values).map(one -> (one - mean) * (one - mean)).sum();
        return new SampleSummary(
                count,
                mean,
                count < 2 ? 0 : squares / (count - 1),
                DoubleStream.of(values).min().orElseThrow(),
                DoubleStream.of(values).max().orElseThrow());
    }

    private static SampleSummary constant(long count, double value) {
        return new SampleSummary(count, value, 0, value, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void meansOfOneDistributionSeldomDiffer(int count) {
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            told += of(count, random::nextDouble).hasOtherMeanThan(of(count, random::nextDouble)) ? 1 : 0;
        }
        assertThat(told).isLessThanOrEqualTo(MOST_ERRORS);
    }

    @Test
    void meansOfASkewedDistributionSeldomDifferEither() {
        DoubleSupplier skewed = () -> Math.exp(random.nextGaussian());
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            told += of(100, skewed).hasOtherMeanThan(of(100, skewed)) ? 1 : 0;
        }
        assertThat(told).isLessThanOrEqualTo(MOST_ERRORS);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "5, 5", "7, 7", "1, 2000", "2, 62", "3, 20"})
    void rangesOfOneDistributionSeldomLieApart(int few, int more) {
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            told += of(few, random::nextDouble).isDisjointFrom(of(more, random::nextDouble)) ? 1 : 0;
        }
        assertThat(told).isLessThanOrEqualTo(MOST_ERRORS);
    }

    @Test
    void otherMeansAreTold() {
        assertThat(of(1_000, random::nextDouble).hasOtherMeanThan(of(1_000, () -> random.nextDouble() + 0.1)))
                .isTrue();
    }

    @Test
    void otherConstantsAreTold() {
        assertThat(constant(7, 100).isDisjointFrom(constant(7, 101))).isTrue();
        assertThat(constant(100, 100).hasOtherMeanThan(constant(100, 101))).isTrue();
        assertThat(constant(100, 100).hasOtherMeanThan(constant(100, 100))).isFalse();
    }

    @Test
    void tooFewValuesTellNothing() {
        assertThat(constant(6, 100).isDisjointFrom(constant(6, 101))).isFalse();
        assertThat(constant(99, 100).hasOtherMeanThan(constant(100, 101))).isFalse();
    }
}
