package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderEffectTest {

    /** scipy 1.17.1: {@code mannwhitneyu(a, b, method='exact').pvalue}; the shift by {@code median(a_i - b_j)}. */
    @Test
    void agreesWithAnotherImplementation() {
        OrderEffect three = OrderEffect.between(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThat(three.pValue()).isEqualTo(0.1, within(1e-12));
        assertThat(three.shift()).isEqualTo(-3);

        OrderEffect five = OrderEffect.between(
                new double[] {0.12, 0.03, 0.25, 0.18, 0.07}, new double[] {-0.02, 0.05, -0.11, 0.01, 0.09});
        assertThat(five.pValue()).isEqualTo(0.05555555555555555, within(1e-12));
        assertThat(five.shift()).isEqualTo(0.13, within(1e-12));

        double[] first = IntStream.rangeClosed(1, 15).asDoubleStream().toArray();
        double[] second = IntStream.rangeClosed(1, 15).mapToDouble(v -> v + 4.5).toArray();
        assertThat(OrderEffect.between(first, second).pValue()).isEqualTo(0.016431722219385665, within(1e-12));
    }

    /** Enumerated with itertools.combinations over scipy's rankdata: 20 of 126 choices are as far out. */
    @Test
    void tiesShareTheirRanks() {
        OrderEffect tied = OrderEffect.between(new double[] {1, 2, 2, 3}, new double[] {2, 3, 3, 4, 4});
        assertThat(tied.pValue()).isEqualTo(20.0 / 126, within(1e-12));
    }

    @Test
    void equalEffectsShowNoOrder() {
        OrderEffect none = OrderEffect.between(new double[5], new double[5]);
        assertThat(none.pValue()).isEqualTo(1);
        assertThat(none.isSignificantAt(0.05)).isFalse();
    }

    @Test
    void bothOrdersMustHaveOccurred() {
        assertThatThrownBy(() -> OrderEffect.between(new double[0], new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OrderEffect.between(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(UnusableValue.class);
    }
}
