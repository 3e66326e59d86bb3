package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDistributionTest {

    /** scipy 1.17.1: {@code scipy.special.ndtri(p)}; all three branches and their seams. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-20, -9.262340089798409",
        "1e-8, -5.612001244174789",
        "0.001, -3.090232306167813",
        "0.025, -1.9599639845400545",
        "0.0749, -1.4402382675279635",
        "0.075, -1.4395314709384563",
        "0.3, -0.5244005127080409",
        "0.5, 0",
        "0.8, 0.8416212335729143",
        "0.9251, 1.4402382675279635",
        "0.975, 1.959963984540054",
        "0.9999, 3.719016485455709"
    })
    void agreesToTwelveDigits(double probability, double quantile) {
        assertThat(NormalDistribution.quantile(probability)).isCloseTo(quantile, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void refusesWhatIsNoProbability(double probability) {
        assertThatThrownBy(() -> NormalDistribution.quantile(probability)).isInstanceOf(IllegalArgumentException.class);
    }
}
