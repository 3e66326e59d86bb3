package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

    /** By hand: (1.959964 + 0.841621) · 0.1 / √((20 − 1.959964²/2) · 3/π) = 0.2801585 / 4.155070. */
    @Test
    void givesTheDifferenceThatEightyPercentOfRunsWouldShow() {
        double[] b = new double[20];
        for (int i = 0; i < b.length; i++) {
            // A standard deviation of 0.1 exactly: ±0.1·√(19/20).
            b[i] = (i % 2 == 0 ? 1 : -1) * 0.1 * Math.sqrt(0.95);
        }
        PairedEffect effect = PairedEffect.difference(new double[20], b);
        assertThat(Power.smallestEffect(effect, Confidence.USUAL, Power.USUAL)).isEqualTo(0.067426, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 30})
    void simulatedRunsShowThatDifferenceAboutAsOften(int rounds) {
        Random random = new Random(11);
        int shown = 0;
        double step = 2.801585 / Math.sqrt((rounds - 1.920729) * 3 / Math.PI);
        for (int run = 0; run < 4000; run++) {
            double[] d = DoubleStream.generate(() -> step + random.nextGaussian())
                    .limit(rounds)
                    .toArray();
            Estimate estimate = WilcoxonSignedRank.estimate(d, Confidence.USUAL).orElseThrow();
            shown += estimate.interval().contains(0) ? 0 : 1;
        }
        assertThat(shown / 4000.0).isBetween(0.75, 0.83);
    }

    @Test
    void isReadOnTheScaleOfTheEffect() {
        double[] a = {1, 1, 1, 1, 1, 1};
        double[] b = {1.1, 1 / 1.1, 1.1, 1 / 1.1, 1.1, 1 / 1.1};
        double[] logarithms = PairedEffect.ratio(a, b).perRound();
        double onLine = Power.smallestEffect(PairedEffect.difference(new double[6], logarithms), Confidence.USUAL, 0.8);
        assertThat(Power.smallestEffect(PairedEffect.ratio(a, b), Confidence.USUAL, 0.8))
                .isEqualTo(Math.exp(onLine) - 1, within(1e-12));
    }

    @Test
    void oneRoundShowsNothing() {
        PairedEffect one = PairedEffect.difference(new double[1], new double[1]);
        assertThat(Power.smallestEffect(one, Confidence.USUAL, 0.8)).isInfinite();
    }

    /** Half-width 2 over the distance r to the nearest end: n(2/r)². */
    @ParameterizedTest
    @CsvSource({
        "4, 9, 10, 40", // r = 1
        "4, 9, 12, 48",
        "3.5, Infinity, 12, 22", // r = 1.5: 21.3
        "-Infinity, 6.5, 12, 22",
        "8, 9, 10, 11", // r = 3, which is enough already: one more at least
        "6, 9, 24, 96"
    })
    void extrapolatesTheHalfWidth(double from, double to, int n, int expected) {
        Estimate now = new Estimate(5, new Interval(3, 7), 0.95, n);
        assertThat(Power.roundsToDecide(now, new Interval(from, to), Scale.DIFFERENCE))
                .isEqualTo(expected);
    }

    @Test
    void extrapolatesRatiosAsFactors() {
        Estimate now = new Estimate(1, new Interval(0.25, 4), 0.95, 6);
        assertThat(Power.roundsToDecide(now, new Interval(Double.NEGATIVE_INFINITY, 2), Scale.RATIO))
                .isEqualTo(24);
    }

    @Test
    void noNumberOfRoundsDecidesOnTheVeryEdge() {
        Estimate now = new Estimate(5, new Interval(3, 7), 0.95, 10);
        assertThat(Power.roundsToDecide(now, new Interval(5, 9), Scale.DIFFERENCE))
                .isInfinite();
    }

    /** Of heavy-tailed noise too, the interval tells its scatter in units of normal noise: that of the median of averages. */
    @ParameterizedTest
    @CsvSource({"30", "200"})
    void an_interval_tells_the_scatter_of_normal_rounds(int rounds) {
        Random random = new Random(7);
        double[] scatters = DoubleStream.generate(() -> Power.scatter(PairedEffect.values(random.doubles(rounds)
                                .map(unused -> Math.exp(0.1 * random.nextGaussian()))
                                .toArray())
                        .estimate(Confidence.USUAL)
                        .orElseThrow()))
                .limit(200)
                .toArray();
        assertThat(Medians.of(scatters)).isBetween(0.095, 0.112);
    }

    @Test
    void roundsToTellAndTheSmallestRatioAreEachOthersInverse() {
        double rounds = Power.roundsToTell(0.02, 0.1, Confidence.USUAL);
        assertThat(Power.smallestRatio(0.1, rounds, Confidence.USUAL)).isCloseTo(0.02, within(1e-4));
        assertThat(rounds).isBetween(200.0, 230.0);
        assertThat(Power.smallestRatio(0.1, 1, Confidence.USUAL)).isInfinite();
    }
}
