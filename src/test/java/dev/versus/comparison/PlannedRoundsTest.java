package dev.versus.comparison;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannedRoundsTest extends ConductedByHand {

    /** Ten answers after 10 ms each: a tenth of a second. */
    @Test
    void a_brief_workload_is_repeated_in_its_turn_and_its_rounds_fill_the_budget() {
        budget = Budget.of(Duration.ofSeconds(12));
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(10, 10_000)), fixedRequests(10));
        assertThat(plans).singleElement().satisfies(plan -> {
            assertThat(plan.rounds()).isEqualTo(20);
            assertThat(plan.turns().values())
                    .extracting(Plan.TurnLength::repetitions)
                    .containsOnly(3);
            assertThat(plan.roundSeconds()).isCloseTo(0.6, within(1e-9));
        });
        assertThat(outcome.rounds()).hasSize(40).allSatisfy(round -> {
            assertThat(round.repetitions()).isEqualTo(3);
            assertThat(round.measurement().answered()).isEqualTo(30);
            assertThat(round.measurement().throughput()).isCloseTo(100, within(1e-6));
            assertThat(round.steps()).hasSize(1);
        });
        List<Stretch> counted = offered.stream().filter(Stretch::counted).toList();
        assertThat(counted)
                .as("all runs of one target")
                .filteredOn(stretch -> stretch.target().equals(A))
                .extracting(Stretch::seed)
                .doesNotHaveDuplicates();
        assertThat(counted.subList(0, 7))
                .extracting(Stretch::opens)
                .containsExactly(true, false, false, false, false, false, true);
        assertThat(counted.subList(0, 6)).extracting(Stretch::turn).containsExactly(1, 2, 1, 2, 1, 2);
    }

    /** A hundred answers a second of one target, ten of the other: a turn of the former takes three runs, and of the latter one. */
    @Test
    void runs_of_a_workload_are_spread_over_its_round() {
        budget = Budget.of(Duration.ofSeconds(12));
        conduct(s -> offer(s, MadeUp.answers(10, s.target().name().equals("a") ? 10_000 : 60_000)), fixedRequests(10));
        List<Stretch> counted = offered.stream().filter(Stretch::counted).toList();
        assertThat(counted.subList(0, 4))
                .extracting(stretch -> stretch.target().name())
                .containsExactly("a", "a", "b", "a");
    }

    @Test
    void a_control_takes_turns_with_its_original_only_where_runs_alternate() {
        targets = List.of(A, new Target("a again", A.addresses()), B);
        budget = Budget.of(Duration.ofSeconds(12));
        conduct(s -> offer(s, MadeUp.answers(10, 10_000)), fixedRequests(10));
        List<String> ran = offered.stream()
                .filter(Stretch::counted)
                .limit(12)
                .map(stretch -> stretch.target().name())
                .toList();
        assertThat(IntStream.range(1, 12))
                .as("every other run is of b: " + ran)
                .allMatch(run -> ran.get(run).equals("b") != ran.get(run - 1).equals("b"));
        assertThat(ran).filteredOn("a"::equals).hasSize(3);
        offered.clear();
        budget = Budget.rounds(4);
        conduct(s -> offer(s, MadeUp.answers(10, 10_000)), fixedRequests(10));
        List<Stretch> counted = offered.stream().filter(Stretch::counted).toList();
        assertThat(counted).extracting(Stretch::turn).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void a_plan_that_is_revised_goes_on_and_is_told() {
        budget = Budget.of(Duration.ofSeconds(12));
        stopping = new Stopping() {
            @Override
            public Decision after(Observations observed, StoppingRule rule) {
                return Decision.CONTINUE;
            }

            @Override
            public Plan revised(Observations observed, Plan plan) {
                return plan.rounds() == 20 ? plan.prolongedTo(25) : plan;
            }
        };
        conduct(s -> offer(s, MadeUp.answers(10, 10_000)), fixedRequests(10));
        assertThat(plans).extracting(Plan::rounds).containsExactly(20, 25);
        assertThat(stopped).containsExactly(new Stopped(25, Decision.STOP_AT_CAP));
    }
}
