package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.statistics.StoppingRule.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingRuleTest {

    private static final Margin MARGIN = Margin.relative(0.05);
    private static final Interval NARROW = new Interval(0.98, 1.02);
    private static final Interval WIDE = new Interval(0.9, 1.1);

    @ParameterizedTest
    @CsvSource({
        "6, 6, 0.95",
        "10, 6, 0.95",
        "10, 10, 0.95",
        "11, 10, 0.975",
        "11, 11, 0.975",
        "20, 10, 0.975",
        "20, 20, 0.975",
        "21, 10, 0.975",
        "21, 20, 0.975",
        "21, 21, 0.98",
        "30, 13, 0.975",
        "30, 30, 0.98",
        "30, 25, 0.98"
    })
    void theErrorIsSharedAmongTheLooks(int cap, int rounds, double level) {
        assertThat(new StoppingRule(cap).confidenceAfter(rounds).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"30, 6", "30, 9", "30, 11", "30, 19", "30, 29", "8, 7", "15, 14"})
    void betweenTheLooksNothingEndsTheRun(int cap, int rounds) {
        StoppingRule rule = new StoppingRule(cap);
        assertThat(rule.after(rounds, NARROW, MARGIN, true)).isEqualTo(Decision.CONTINUE);
        assertThat(rule.after(rounds, WIDE, MARGIN, false)).isEqualTo(Decision.CONTINUE);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 10, CONTINUE",
        "30, 20, CONTINUE",
        "30, 30, STOP_AT_CAP",
        "10, 10, STOP_AT_CAP",
        "8, 8, STOP_AT_CAP",
        "15, 10, CONTINUE",
        "15, 15, STOP_AT_CAP",
        "15, 16, STOP_AT_CAP"
    })
    void atALookADecisionOrPrecisionEndsTheRun(int cap, int rounds, Decision otherwise) {
        StoppingRule rule = new StoppingRule(cap);
        assertThat(rule.after(rounds, WIDE, MARGIN, true)).isEqualTo(Decision.STOP_DECIDED);
        assertThat(rule.after(rounds, NARROW, MARGIN, false)).isEqualTo(Decision.STOP_PRECISE);
        assertThat(rule.after(rounds, WIDE, MARGIN, false)).isEqualTo(otherwise);
    }

    @Test
    void everyDecisionButOneStops() {
        assertThat(Decision.values()).filteredOn(d -> !d.stops()).containsExactly(Decision.CONTINUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 31})
    void refusesACapThatCannotWork(int cap) {
        assertThatThrownBy(() -> new StoppingRule(cap))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("6 to 30 rounds, and " + cap);
    }
}
