package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {

    @Test
    void aRelativeMarginIsEquallyFarUpAndDownAsAFactor() {
        assertThat(Margin.relative(0.25).around(0.5)).isEqualTo(new Interval(0.4, 0.625));
        assertThat(Margin.relative(0.25).aroundNeutral()).isEqualTo(new Interval(0.8, 1.25));
    }

    @Test
    void anAbsoluteMarginIsEquallyFarUpAndDownAsAnAmount() {
        assertThat(new Margin(Scale.DIFFERENCE, 0.5).around(3)).isEqualTo(new Interval(2.5, 3.5));
        assertThat(new Margin(Scale.DIFFERENCE, 0.5).aroundNeutral()).isEqualTo(new Interval(-0.5, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"0.98, 1.02, true", "0.976, 1.024, true", "0.974, 1.026, false", "1.9, 2.1, false", "1.96, 2.04, true"})
    void aRatioIsResolvedWhenEachHalfIsUnderHalfTheMargin(double lower, double upper, boolean resolved) {
        assertThat(Margin.relative(0.05).isResolvedBy(new Interval(lower, upper)))
                .isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, false", "1, 1.99, true", "-5, -4.5, true"})
    void aDifferenceIsResolvedWhenEachHalfIsUnderHalfTheMargin(double lower, double upper, boolean resolved) {
        assertThat(new Margin(Scale.DIFFERENCE, 1).isResolvedBy(new Interval(lower, upper)))
                .isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.05, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAMarginThatIsNone(double size) {
        assertThatThrownBy(() -> Margin.relative(size))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("For 5 % write 0.05");
    }
}
