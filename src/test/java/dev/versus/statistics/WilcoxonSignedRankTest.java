package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilcoxonSignedRankTest {

    /** Hamilton's depression scores: Hollander, Wolfe, Chicken (2014), chapter 3. */
    private static final double[] DEPRESSION = {
        0.878 - 1.83,
        0.647 - 0.50,
        0.598 - 1.62,
        2.05 - 2.48,
        1.06 - 1.68,
        1.29 - 1.88,
        1.06 - 1.55,
        3.14 - 3.06,
        1.29 - 1.30
    };

    @Test
    void givesThePublishedIntervalOfTheDepressionScores() {
        Estimate estimate =
                WilcoxonSignedRank.estimate(DEPRESSION, Confidence.USUAL).orElseThrow();
        assertThat(estimate.value()).isEqualTo(-0.46, within(1e-9));
        assertThat(estimate.interval().lower()).isEqualTo(-0.786, within(1e-9));
        assertThat(estimate.interval().upper()).isEqualTo(-0.010, within(1e-9));
        assertThat(estimate.confidence()).isEqualTo(0.961, within(0.0005));
        assertThat(estimate.n()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0.90, 5", "0.95, 6", "0.96875, 6", "0.97, 7", "0.975, 7", "0.98, 7", "0.99, 8", "0.999, 11"})
    void knowsHowFewRoundsALevelTakes(double level, int fewest) {
        Confidence confidence = new Confidence(level);
        assertThat(WilcoxonSignedRank.fewestRounds(confidence)).isEqualTo(fewest);
        assertThat(WilcoxonSignedRank.estimate(new double[fewest - 1], confidence))
                .isEmpty();
        assertThat(WilcoxonSignedRank.estimate(new double[fewest], confidence)).isPresent();
    }

    @Test
    void sixRoundsGiveTheirWholeRangeAndSayWhatItIsWorth() {
        Estimate estimate = WilcoxonSignedRank.estimate(new double[] {3, 1, 6, 2, 5, 4}, Confidence.USUAL)
                .orElseThrow();
        assertThat(estimate.interval()).isEqualTo(new Interval(1, 6));
        assertThat(estimate.confidence()).isEqualTo(0.96875);
    }

    @Test
    void theIntervalHoldsWhatTheEnumeratedTestDoesNotReject() {
        Random random = new Random(3);
        for (int n = 7; n <= 9; n++) {
            double[] d = random.doubles(n, -1, 1.5).toArray();
            Interval interval = WilcoxonSignedRank.estimate(d, Confidence.USUAL)
                    .orElseThrow()
                    .interval();
            for (double centre = -1; centre <= 1.5; centre += 0.07) {
                double[] moved = shifted(d, -centre);
                assertThat(interval.contains(centre)).isEqualTo(SignRuns.pValueByEnumeration(moved) > 0.05);
            }
        }
    }

    @Test
    void tiesAndZerosOnlyMakeItMoreCautious() {
        Random random = new Random(7);
        for (int sample = 0; sample < 300; sample++) {
            double[] d = random.ints(9, -2, 5).asDoubleStream().toArray();
            Estimate estimate = WilcoxonSignedRank.estimate(d, Confidence.USUAL).orElseThrow();
            assertThat(estimate.interval().contains(0) || SignRuns.pValueByEnumeration(d) <= 0.05)
                    .isTrue();
        }
    }

    @Test
    void identicalRoundsDecideNothing() {
        assertThat(WilcoxonSignedRank.estimate(new double[10], Confidence.USUAL))
                .hasValueSatisfying(estimate -> assertThat(estimate.interval()).isEqualTo(new Interval(0, 0)));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() ->
                        WilcoxonSignedRank.estimate(new double[] {1, 2, 3, Double.NaN, 5, 6, 7}, Confidence.USUAL))
                .isInstanceOf(UnusableValue.class)
                .hasMessageContaining("NaN");
    }

    private static double[] shifted(double[] values, double by) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] + by)
                .toArray();
    }
}
