package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Against the interval from 1 to 2. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, true, false",
        "1.2, 1.8, true, false",
        "0.9, 1.8, false, false",
        "2, 3, false, false",
        "2.1, 3, false, true",
        "0, 0.9, false, true"
    })
    void bothEndsBelongToIt(double from, double to, boolean enclosed, boolean disjoint) {
        Interval other = new Interval(from, to);
        assertThat(new Interval(1, 2).encloses(other)).isEqualTo(enclosed);
        assertThat(new Interval(1, 2).isDisjointFrom(other)).isEqualTo(disjoint);
        assertThat(other.isDisjointFrom(new Interval(1, 2))).isEqualTo(disjoint);
    }

    @Test
    void anEndMayBeInfinite() {
        Interval atLeastOne = new Interval(1, Double.POSITIVE_INFINITY);
        assertThat(atLeastOne.contains(1)).isTrue();
        assertThat(atLeastOne.contains(1e300)).isTrue();
        assertThat(atLeastOne.contains(0.999)).isFalse();
    }

    @Test
    void runsUpwards() {
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConfidenceLiesBetweenNoneAndCertainty() {
        assertThatThrownBy(() -> new Confidence(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Confidence(95)).hasMessageContaining("95.0");
    }
}
