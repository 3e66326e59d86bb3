package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.comparison.Plan;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopWhenToldTest {

    private static final Plan PLAN = new Plan(OptionalDouble.of(30), StoppingRule.of(50), Map.of());
    private static final Claim DECIDED = claim(new Subject.Ratio(Figure.THROUGHPUT, "b", "a"));

    private static Claim claim(Subject subject) {
        return new Claim("b keeps a third", new Statement(subject, new IsAtLeast(0.33)), false);
    }

    private static List<Round> rounds(int number, double scatter) {
        Random random = new Random(5);
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            rounds.add(MadeUp.round("a", i, MadeUp.answers(10, 100_000)));
            long micros = Math.round(200_000 * Math.exp(scatter * random.nextGaussian()));
            rounds.add(MadeUp.round("b", i, MadeUp.answers(10, micros)));
        }
        return rounds;
    }

    private static StopWhenTold telling(double effect) {
        return new StopWhenTold(List.of(DECIDED), 2, effect);
    }

    @Test
    void noise_at_the_first_look_prolongs_the_plan_until_the_difference_is_told() {
        Plan revised = telling(0.05).revised(Observations.ofTurns(rounds(17, 0.15)), PLAN);
        assertThat(revised.rounds()).isBetween(60, 140);
        assertThat(revised.rule().looks().get(0)).isEqualTo(PLAN.rule().looks().get(0));
    }

    @Test
    void a_plan_is_prolonged_to_200_rounds_at_most() {
        assertThat(telling(0.001)
                        .revised(Observations.ofTurns(rounds(17, 0.15)), PLAN)
                        .rounds())
                .isEqualTo(200);
    }

    @Test
    void a_plan_that_suffices_stays_and_so_does_any_plan_after_its_first_look() {
        assertThat(telling(0.05).revised(Observations.ofTurns(rounds(17, 0.02)), PLAN))
                .isSameAs(PLAN);
        assertThat(telling(0.05).revised(Observations.ofTurns(rounds(18, 0.15)), PLAN))
                .isSameAs(PLAN);
    }

    @Test
    void without_a_claim_on_a_ratio_nothing_is_prolonged() {
        var value = new StopWhenTold(List.of(claim(new Subject.Value(Figure.THROUGHPUT, "b"))), 2, 0.001);
        assertThat(value.revised(Observations.ofTurns(rounds(17, 0.15)), PLAN)).isSameAs(PLAN);
    }

    @Test
    void a_decided_claim_ends_the_run_only_once_the_difference_is_told() {
        assertThat(telling(0.02).after(Observations.ofTurns(rounds(17, 0.15)), PLAN.rule()))
                .isEqualTo(Decision.CONTINUE);
        assertThat(telling(0.5).after(Observations.ofTurns(rounds(17, 0.15)), PLAN.rule()))
                .isEqualTo(Decision.STOP_DECIDED);
        assertThat(telling(0.001).after(Observations.ofTurns(rounds(50, 0.15)), PLAN.rule()))
                .isEqualTo(Decision.STOP_AT_CAP);
    }
}
