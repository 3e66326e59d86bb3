package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HodgesLehmannTest {

    @Test
    void isTheMedianOfAllPairwiseAverages() {
        assertThat(HodgesLehmann.pseudoMedian(7)).isEqualTo(7);
        assertThat(HodgesLehmann.pseudoMedian(1, 5)).isEqualTo(3);
        // 1, 1.5, 2, 5.5, 6, 10: by hand
        assertThat(HodgesLehmann.pseudoMedian(10, 1, 2)).isEqualTo(3.75);
    }

    @Test
    void standsUpToAWildValue() {
        assertThat(HodgesLehmann.pseudoMedian(1, 2, 3, 4, 5, 6, 1e9)).isBetween(3.0, 5.0);
    }

    @Test
    void doesNotOverflow() {
        assertThat(HodgesLehmann.pseudoMedian(Double.MAX_VALUE, Double.MAX_VALUE))
                .isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void refusesNothingAtAllAndInfinity() {
        assertThatThrownBy(HodgesLehmann::pseudoMedian).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HodgesLehmann.pseudoMedian(1, Double.NEGATIVE_INFINITY))
                .isInstanceOf(UnusableValue.class);
    }
}
