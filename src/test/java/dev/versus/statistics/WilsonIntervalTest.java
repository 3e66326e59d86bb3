package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** R. G. Newcombe, "Two-Sided Confidence Intervals for the Single Proportion", Statistics in Medicine 17 (1998), table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithThePublishedExamples(long count, long total, double lower, double upper) {
        Interval interval = WilsonInterval.of(count, total, Confidence.USUAL);
        assertThat(interval.lower()).isEqualTo(lower, within(0.00005));
        assertThat(interval.upper()).isEqualTo(upper, within(0.00005));
    }

    /** scipy 1.17.1: {@code binomtest(3, 1000000).proportion_ci(0.99, method='wilson')}. */
    @Test
    void agreesOnRareErrorsAmongMany() {
        Interval interval = WilsonInterval.of(3, 1_000_000, new Confidence(0.99));
        assertThat(interval.lower()).isEqualTo(7.577586311244606e-07, within(1e-17));
        assertThat(interval.upper()).isEqualTo(1.187705413922045e-05, within(1e-16));
    }

    @Test
    void noneAndAllReachTheirEnds() {
        assertThat(WilsonInterval.of(0, 7, Confidence.USUAL).lower()).isZero();
        assertThat(WilsonInterval.of(7, 7, Confidence.USUAL).upper()).isEqualTo(1);
    }

    @Test
    void nothingSeenSaysNothing() {
        assertThat(WilsonInterval.of(0, 0, Confidence.USUAL)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void refusesMoreThanAll() {
        assertThatThrownBy(() -> WilsonInterval.of(2, 1, Confidence.USUAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(-1, 1, Confidence.USUAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Newcombe (1998), the article on differences, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56/70, 48/80, 0.0524, 0.3339",
        "9/10, 3/10, 0.1705, 0.8090",
        "5/56, 0/29, -0.0381, 0.1926",
        "0/10, 0/10, -0.2775, 0.2775",
        "10/10, 0/20, 0.6791, 1.0000"
    })
    void aDifferenceAgreesWithThePublishedExamples(String own, String other, double lower, double upper) {
        Interval difference = WilsonInterval.ofDifference(share(own), around(own), share(other), around(other));
        assertThat(difference.lower()).isEqualTo(lower, within(0.0001));
        assertThat(difference.upper()).isEqualTo(upper, within(0.0001));
    }

    private static double share(String counts) {
        return (double) counted(counts) / all(counts);
    }

    private static Interval around(String counts) {
        return WilsonInterval.of(counted(counts), all(counts), Confidence.USUAL);
    }

    private static long counted(String counts) {
        return Long.parseLong(counts.substring(0, counts.indexOf('/')));
    }

    private static long all(String counts) {
        return Long.parseLong(counts.substring(counts.indexOf('/') + 1));
    }
}
