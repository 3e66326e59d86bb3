package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WalshAveragesTest {

    @Test
    void isTheMedianOfAllPairwiseAverages() {
        assertThat(pseudoMedian(7)).isEqualTo(7);
        assertThat(pseudoMedian(1, 5)).isEqualTo(3);
        // 1, 1.5, 2, 5.5, 6, 10: by hand
        assertThat(pseudoMedian(10, 1, 2)).isEqualTo(3.75);
    }

    @Test
    void standsUpToAWildValue() {
        assertThat(pseudoMedian(1, 2, 3, 4, 5, 6, 1e9)).isBetween(3.0, 5.0);
    }

    @Test
    void doesNotOverflow() {
        assertThat(pseudoMedian(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void refusesNothingAtAllAndInfinity() {
        assertThatThrownBy(WalshAveragesTest::pseudoMedian).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pseudoMedian(1, Double.NEGATIVE_INFINITY)).isInstanceOf(UnusableValue.class);
    }

    private static double pseudoMedian(double... sample) {
        return WalshAverages.of(sample).median();
    }
}
