package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.versus.InvalidInput;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    private static Plan plan(Budget budget, double a, double b) {
        return budget.plan(Map.of("a", OptionalDouble.of(a), "b", OptionalDouble.of(b)), Map.of(), Duets.none());
    }

    private static Budget seconds(int load) {
        return Budget.of(Duration.ofSeconds(load));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0.1, 0.3, '50 rounds, a × 3, b × 1'",
        "30, 0.04, 0.1, '48 rounds, a × 8, b × 3'",
        "30, 0.06, 0.09, '40 rounds, a × 5, b × 5'",
        "30, 0.0001, 0.3, '75 rounds, a × 1000, b × 1'",
        "30, 1, 2, '10 rounds, a × 1, b × 1'",
        "30, 20, 60, '6 rounds, a × 1, b × 1'",
        "300, 0.1, 0.3, '176 rounds, a × 8, b × 3'",
        "600, 2.9, 0.1, '136 rounds, a × 1, b × 15'",
        "1, 0.1, 0.1, '6 rounds, a × 3, b × 3'"
    })
    void rounds_fill_the_time(int load, double a, double b, String planned) {
        Plan plan = plan(seconds(load), a, b);
        assertThat("%d rounds, a × %d, b × %d".formatted(plan.rounds(), repetitions(plan, "a"), repetitions(plan, "b")))
                .isEqualTo(planned);
    }

    @Test
    void other_targets_have_as_many_runs_as_those_that_are_alike_have_together() {
        Map<String, OptionalDouble> seconds =
                Map.of("a", OptionalDouble.of(0.1), "a again", OptionalDouble.of(0.1), "b", OptionalDouble.of(0.1));
        Map<String, Integer> alike = Map.of("a", 2, "a again", 2, "b", 1);
        Plan plan = seconds(30).plan(seconds, alike, Duets.none());
        assertThat(repetitions(plan, "a")).isEqualTo(3);
        assertThat(repetitions(plan, "a again")).isEqualTo(3);
        assertThat(repetitions(plan, "b")).isEqualTo(6);
        assertThat(plan.rounds()).isEqualTo(25);
    }

    private static int repetitions(Plan plan, String target) {
        return Objects.requireNonNull(plan.turns().get(target)).repetitions();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 25 rounds of 0.6 s of turns and 0.6 s of duets",
        "0.833, 1, 15 rounds of 0.6 s of turns and 1.4 s of duets",
        "0.167, 1, 25 rounds of 0.6 s of turns and 0.6 s of duets",
        "0.5, 3, 13 rounds of 0.6 s of turns and 1.8 s of duets"
    })
    void duets_take_their_share_without_making_rounds_few_or_the_run_long(double share, int pairs, String planned) {
        Plan plan = seconds(30)
                .plan(
                        Map.of("a", OptionalDouble.of(0.3), "b", OptionalDouble.of(0.3)),
                        Map.of(),
                        new Duets(Collections.nCopies(pairs, new Duet("a", "b")), share));
        double turns = plan.roundSeconds() - plan.duets();
        assertThat(String.format(
                        Locale.ROOT,
                        "%d rounds of %.1f s of turns and %.1f s of duets",
                        plan.rounds(),
                        turns,
                        plan.duets()))
                .isEqualTo(planned);
        assertThat(plan.rounds() * plan.roundSeconds()).isCloseTo(30, within(1.5));
    }

    @Test
    void a_workload_whose_time_is_not_known_is_played_in_the_fewest_rounds() {
        Plan plan = seconds(30)
                .plan(Map.of("a", OptionalDouble.empty(), "b", OptionalDouble.of(0.1)), Map.of(), Duets.none());
        assertThat(plan.rounds()).isEqualTo(6);
        assertThat(plan.turns().get("a")).isEqualTo(new Plan.TurnLength(1, OptionalDouble.empty()));
    }

    @Test
    void a_number_of_rounds_is_played_as_it_was_asked_for_with_one_run_each() {
        Plan plan = plan(Budget.rounds(3), 0.01, 0.02);
        assertThat(plan.rounds()).isEqualTo(3);
        assertThat(plan.budget()).isEmpty();
        assertThat(plan.turns().values())
                .extracting(Plan.TurnLength::repetitions)
                .containsOnly(1);
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Budget.rounds(201))
                .withMessage("A comparison has 1 to 200 rounds, not 201.");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Budget.of(Duration.ofMillis(500)))
                .withMessage("A comparison's budget of load lies between 1 s and 10m, and is not 500ms.");
    }
}
