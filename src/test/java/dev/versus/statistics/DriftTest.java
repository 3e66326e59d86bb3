package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DriftTest {

    /** scipy 1.17.1: {@code kendalltau(range(n), s, method='exact')} and {@code theilslopes(s)[0]}. */
    static Stream<Arguments> knownSeries() {
        return Stream.of(
                Arguments.of(new double[] {3, 1, 2, 5, 4, 6}, 0.6, 1.0, 0.1361111111111111),
                Arguments.of(new double[] {1, 2, 3, 4, 5, 6}, 1.0, 1.0, 0.002777777777777778),
                Arguments.of(new double[] {2, 1, 3, 4, 5, 6}, 0.8666666666666667, 1.0, 0.016666666666666666),
                Arguments.of(
                        new double[] {10.2, 9.8, 10.5, 10.1, 9.9, 10.7, 10.4, 10.9, 10.3, 11.0},
                        0.4666666666666667,
                        0.08888888888888896,
                        0.07255015432098766),
                Arguments.of(
                        new double[] {5, 4, 3, 2, 1, 7, 6, 9, 8, 12, 11, 10},
                        0.5454545454545454,
                        0.7777777777777778,
                        0.013770768197851531));
    }

    @ParameterizedTest
    @MethodSource("knownSeries")
    void agreesWithAnotherImplementation(double[] series, double tau, double slope, double pValue) {
        Drift drift = Drift.over(series);
        assertThat(drift.tau()).isEqualTo(tau, within(1e-12));
        assertThat(drift.slope()).isEqualTo(slope, within(1e-12));
        assertThat(drift.pValue()).isEqualTo(pValue, within(1e-12));
    }

    @Test
    void fallingIsRisingTurnedRound() {
        Drift falling = Drift.over(6, 5, 4, 3, 2, 1);
        assertThat(falling.tau()).isEqualTo(-1);
        assertThat(falling.slope()).isEqualTo(-1);
        assertThat(falling.isSignificantAt(0.05)).isTrue();
    }

    @Test
    void agreesWithEveryOrderOfTiedValues() {
        double[][] tied = {{1, 1, 2, 2, 3, 3, 4}, {1, 1, 1, 2, 2, 3, 2}, {1, 2, 2, 2, 2, 2, 3}, {2, 1, 2, 3, 3, 1, 4}};
        for (double[] series : tied) {
            assertThat(Drift.over(series).pValue()).isEqualTo(pValueByEnumeration(series), within(1e-12));
        }
        assertThat(Drift.over(4, 4, 4, 4, 4, 4).pValue()).isEqualTo(1);
    }

    @Test
    void positiveAndNegativeZeroAreTheSameValue() {
        assertThat(Drift.over(0.0, -0.0, 0.0, -0.0, 1)).isEqualTo(Drift.over(0, 0, 0, 0, 1));
    }

    @Test
    void manyRoundsAreNoTrouble() {
        double[] rising = IntStream.range(0, 200).asDoubleStream().toArray();
        assertThat(Drift.over(rising).pValue()).isLessThan(1e-300);
    }

    @Test
    void refusesTooLittleAndWhatIsNoNumber() {
        assertThatThrownBy(() -> Drift.over(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Drift.over(1, Double.NaN, 3)).isInstanceOf(UnusableValue.class);
    }

    /** Over every order of the same values: how often the score is as far from zero. */
    private static double pValueByEnumeration(double[] series) {
        int[] counts = new int[2];
        permute(series.clone(), 0, Math.abs(score(series)), counts);
        return (double) counts[0] / counts[1];
    }

    private static void permute(double[] values, int from, int observed, int[] counts) {
        if (from == values.length) {
            counts[0] += Math.abs(score(values)) >= observed ? 1 : 0;
            counts[1]++;
            return;
        }
        for (int i = from; i < values.length; i++) {
            double[] swapped = Arrays.copyOf(values, values.length);
            swapped[from] = values[i];
            swapped[i] = values[from];
            permute(swapped, from + 1, observed, counts);
        }
    }

    private static int score(double[] values) {
        int score = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                score += (int) Math.signum(values[j] - values[i]);
            }
        }
        return score;
    }

    @Test
    void over_parts_what_moves_a_few_values_alike_is_no_trend() {
        double[] burst = {1, 1, 1, 1, 1, 1, 9, 9, 1, 1, 1, 1};
        assertThat(Drift.overParts(4, burst).slope()).isZero();
        double[] steady = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(Drift.overParts(4, steady)).isEqualTo(Drift.over(1.5, 3.5, 5.5, 7.5));
        assertThat(Drift.overParts(20, steady)).isEqualTo(Drift.over(steady));
    }
}
