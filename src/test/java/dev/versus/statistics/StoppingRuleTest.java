package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.statistics.StoppingRule.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingRuleTest {

    @ParameterizedTest
    @CsvSource({
        "6, '6'",
        "10, '10'",
        "13, '13'",
        "16, '14 16'",
        "18, '14 15 18'",
        "30, '14 25 30'",
        "50, '17 42 50'",
        "60, '20 50 60'",
        "200, '67 167 200'"
    })
    void looks_take_place_after_a_third_five_sixths_and_all_of_the_rounds(int cap, String looks) {
        assertThat(StoppingRule.of(cap).looks())
                .extracting(look -> String.valueOf(look.after()))
                .containsExactly(looks.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.9998", "50, 0.972", "60, 0.958"})
    void the_error_is_shared_among_the_looks(int rounds, double level) {
        assertThat(StoppingRule.of(60).confidenceAfter(rounds).level()).isCloseTo(level, within(0.0005));
    }

    @Test
    void one_look_has_all_of_the_error() {
        assertThat(StoppingRule.of(10).confidenceAfter(7).level()).isCloseTo(0.95, within(1e-9));
        assertThat(StoppingRule.of(3).confidenceAfter(3).level()).isCloseTo(0.95, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18, 24, 30, 42, 50, 100, 200})
    void every_look_has_rounds_enough_for_an_interval(int cap) {
        assertThat(StoppingRule.of(cap).looks())
                .allMatch(look -> WilcoxonSignedRank.fewestRounds(new Confidence(look.confidence())) <= look.after());
    }

    @Test
    void a_run_that_was_cut_short_is_judged_as_if_it_had_reached_the_next_look() {
        StoppingRule rule = StoppingRule.of(60);
        assertThat(rule.confidenceAfter(3)).isEqualTo(rule.confidenceAfter(20));
        assertThat(rule.confidenceAfter(21)).isEqualTo(rule.confidenceAfter(50));
    }

    @Test
    void a_prolonged_run_keeps_its_first_look_and_shares_what_that_left() {
        StoppingRule before = StoppingRule.of(50);
        StoppingRule prolonged = before.prolongedTo(150);
        assertThat(prolonged.looks()).extracting(StoppingRule.Look::after).containsExactly(17, 125, 150);
        assertThat(prolonged.looks().get(0)).isEqualTo(before.looks().get(0));
        assertThat(prolonged.confidenceAfter(150).level()).isBetween(0.955, 0.965);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 6, 0.95",
        "10, 6, 0.95",
        "10, 10, 0.95",
        "11, 10, 0.975",
        "20, 20, 0.975",
        "21, 20, 0.975",
        "21, 21, 0.98",
        "30, 13, 0.975",
        "30, 30, 0.98"
    })
    void records_of_format_1_are_judged_by_the_rule_of_that_time(int cap, int rounds, double level) {
        assertThat(StoppingRule.ofFormat1(cap).confidenceAfter(rounds).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 19, false",
        "60, 20, true",
        "60, 21, false",
        "60, 50, true",
        "60, 59, false",
        "8, 7, false",
        "8, 8, true",
        "15, 16, true"
    })
    void nothing_but_a_look_may_end_a_run(int cap, int rounds, boolean look) {
        assertThat(StoppingRule.of(cap).isLook(rounds)).isEqualTo(look);
    }

    @Test
    void every_decision_but_one_stops() {
        assertThat(Decision.values()).filteredOn(d -> !d.stops()).containsExactly(Decision.CONTINUE);
    }
}
