package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedEffectTest {

    private static final double[] A = {100, 200, 400, 100, 200, 400};

    @Test
    void aRatioIsReadFromBOverA() {
        // Ratios 1, 2, 4, 8, 16, 32: the logarithms are evenly spaced, so the centre is the geometric mean.
        double[] b = {100, 400, 1600, 800, 3200, 12800};
        Estimate estimate = PairedEffect.ratio(A, b).estimate(Confidence.USUAL).orElseThrow();
        assertThat(estimate.value()).isEqualTo(Math.sqrt(32), within(1e-9));
        assertThat(estimate.interval().lower()).isEqualTo(1, within(1e-9));
        assertThat(estimate.interval().upper()).isEqualTo(32, within(1e-9));
        assertThat(estimate.n()).isEqualTo(6);
    }

    @Test
    void turningARatioRoundTurnsTheEstimateRound() {
        double[] b = {130, 250, 410, 170, 190, 700};
        Estimate there = PairedEffect.ratio(A, b).estimate(Confidence.USUAL).orElseThrow();
        Estimate back = PairedEffect.ratio(b, A).estimate(Confidence.USUAL).orElseThrow();
        assertThat(back.value()).isEqualTo(1 / there.value(), within(1e-12));
        assertThat(back.interval().lower()).isEqualTo(1 / there.interval().upper(), within(1e-12));
    }

    @Test
    void aDifferenceIsReadFromBLessA() {
        double[] b = {101, 202, 403, 104, 205, 406};
        Estimate estimate =
                PairedEffect.difference(A, b).estimate(Confidence.USUAL).orElseThrow();
        assertThat(estimate.value()).isEqualTo(3.5);
        assertThat(estimate.interval()).isEqualTo(new Interval(1, 6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRatioNeedsFiniteValuesAboveZero(double bad) {
        double[] b = {100, 200, bad, 100, 200, 400};
        assertThatThrownBy(() -> PairedEffect.ratio(A, b))
                .isInstanceOf(UnusableValue.class)
                .hasMessageStartingWith("Pair 3 holds 400.0 and " + bad);
    }

    @Test
    void aDifferenceTakesZeroAndLessButNoNaN() {
        assertThat(PairedEffect.difference(new double[] {0, -1}, new double[] {0, 1})
                        .perRound())
                .containsExactly(0, 2);
        assertThatThrownBy(() -> PairedEffect.difference(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(UnusableValue.class);
    }

    @Test
    void twoCountsOfNoneAreEqualAndNoneIsNoPartOfSome() {
        double[] none = {0, 0, 0, 0, 0, 0};
        assertThat(PairedEffect.ratioOfCounts(none, none).estimate(Confidence.USUAL))
                .hasValueSatisfying(equal -> {
                    assertThat(equal.value()).isEqualTo(1);
                    assertThat(equal.interval()).isEqualTo(new Interval(1, 1));
                });
        assertThat(PairedEffect.ratioOfCounts(new double[] {0, 2}, new double[] {0, 4})
                        .perRound())
                .containsExactly(0, Math.log(2));
        assertThatThrownBy(() -> PairedEffect.ratioOfCounts(new double[] {0}, new double[] {1}))
                .isInstanceOf(UnusableValue.class);
    }

    @Test
    void valuesAreReadAsDifferencesFromZeroWhereOneOfThemIsZero() {
        double[] stalled = {0, 2, 2, 2, 2, 2};
        assertThat(PairedEffect.values(stalled).scale()).isEqualTo(Scale.DIFFERENCE);
        assertThat(PairedEffect.values(stalled)
                        .estimate(Confidence.USUAL)
                        .orElseThrow()
                        .interval())
                .isEqualTo(new Interval(0, 2));
        assertThat(PairedEffect.values(new double[] {1, 2}).scale()).isEqualTo(Scale.RATIO);
        assertThatThrownBy(() -> PairedEffect.values(new double[] {0, Double.NaN}))
                .isInstanceOf(UnusableValue.class);
    }

    @Test
    void valuesComeInPairs() {
        assertThatThrownBy(() -> PairedEffect.ratio(A, new double[] {1})).hasMessageContaining("6 of A and 1 of B");
    }

    @Test
    void tooFewRoundsGiveNoEstimate() {
        double[] five = {1, 2, 3, 4, 5};
        assertThat(PairedEffect.ratio(five, five).estimate(Confidence.USUAL)).isEmpty();
    }
}
