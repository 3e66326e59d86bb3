package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0        | 0
                    0.00123  | 0.0012
                    0.5      | 0.500
                    0.9996   | 1.00
                    1.234    | 1.23
                    9.996    | 10.0
                    99.96    | 100
                    12345.6  | 12,346
                    -45.67   | -45.7
                    """)
    void a_figure_has_three_digits_and_all_before_the_point(double value, String text) {
        assertThat(Figures.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.9134   | 0.9012   | 0.9344   | 0.913, 0.901 to 0.934
                    3921.44  | 3810.2   | 4033.9   | 3,921, 3,810 to 4,034
                    38.59    | 30.1     | 45.2     | 39, 30 to 45
                    """)
    void an_estimate_has_the_digits_that_its_interval_supports(double value, double lower, double upper, String text) {
        Estimate estimate = estimate(value, lower, upper);
        assertThat(Figures.value(estimate) + ", " + Figures.interval(estimate)).isEqualTo(text);
    }

    @Test
    void a_ratio_is_told_as_a_change_with_its_sign() {
        assertThat(Figures.change(estimate(0.5412, 0.52, 0.56))).isEqualTo("−45.9 %");
        assertThat(Figures.change(estimate(1.85, 1.6, 2.1))).isEqualTo("+85 %");
    }

    @Test
    void names_are_told_in_words() {
        assertThat(RunTitle.of("dev.versus.simulations.NamespacesVsDocker")).isEqualTo("Namespaces vs Docker");
        assertThat(RunTitle.of("HTTPGatewayCost")).isEqualTo("HTTP Gateway Cost");
    }

    private static Estimate estimate(double value, double lower, double upper) {
        return new Estimate(value, new Interval(lower, upper), 0.95, 10);
    }
}
