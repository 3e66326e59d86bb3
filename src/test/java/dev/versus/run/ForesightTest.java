package dev.versus.run;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.comparison.Budget;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.Plan;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.NoiseHistory;
import dev.versus.measurement.NoiseHistory.Entry;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForesightTest {

    private static final Subject.Ratio RATIO = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
    private static final Plan PLAN = new Plan(
            OptionalDouble.of(30),
            StoppingRule.of(50),
            Map.of(
                    "a", new Plan.TurnLength(3, OptionalDouble.of(0.3)),
                    "b", new Plan.TurnLength(1, OptionalDouble.of(0.3))));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Foresight foresight() {
        return new Foresight(
                List.of(RATIO),
                Map.of("a", fixedRequests(10), "b", fixedRequests(10)),
                new NoiseHistory(folder, "here.json"));
    }

    @Test
    void a_machine_without_a_record_does_not_know_yet() {
        assertThat(foresight().sentence(PLAN))
                .isEqualTo(
                        "which difference that will tell is not known yet: no earlier run has recorded its noise here");
    }

    @Test
    void the_median_noise_of_earlier_runs_tells_the_difference_and_the_budget_of_half_of_it() throws IOException {
        new NoiseHistory(folder, "here.json")
                .add(List.of(
                        new Entry("FixedRequests in turns", "throughput", 0.05),
                        new Entry("FixedRequests in turns", "throughput", 0.1),
                        new Entry("FixedRequests in turns", "throughput", 3),
                        new Entry("Users", "throughput", 7)));
        assertThat(foresight().sentence(PLAN))
                .isEqualTo(
                        "by the noise of earlier runs here, that will likely tell a difference of 4.3 % in throughput;"
                                + " half as much takes -Dversus.budget=2m");
    }

    @Test
    void a_run_keeps_the_scatter_of_its_ratios() {
        Random random = new Random(3);
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 50; number++) {
            rounds.add(MadeUp.round("a", number, MadeUp.answers(10, 10_000)));
            long micros = Math.round(10_000 * Math.exp(0.1 * random.nextGaussian()));
            rounds.add(MadeUp.round("b", number, MadeUp.answers(10, micros)));
        }
        foresight()
                .keep(new Outcome(new WarmUp(true, 6, List.of()), rounds), Budget.of(Duration.ofSeconds(30)), line -> {
                    throw new AssertionError(line);
                });
        assertThat(new NoiseHistory(folder, "here.json").find()).singleElement().satisfies(entry -> {
            assertThat(entry.workload()).isEqualTo("FixedRequests in turns");
            assertThat(entry.metric()).isEqualTo("throughput");
            assertThat(entry.scatter()).isBetween(0.08, 0.13);
        });
    }

    @Test
    void a_plan_is_told_in_one_line() {
        assertThat(Announcement.describe(PLAN))
                .isEqualTo(
                        "50 rounds, 30 s of load; a turn runs the workload of a 3 times; it may end after 17, 42, 50");
    }

    @Test
    void a_plan_that_exceeds_its_budget_says_why() {
        Plan slow = new Plan(
                OptionalDouble.of(30), StoppingRule.of(6), Map.of("a", new Plan.TurnLength(1, OptionalDouble.of(60))));
        assertThat(Announcement.describe(slow))
                .isEqualTo("6 rounds, 360 s of load, more than the budget of 30 s, for fewer rounds have no interval");
        Plan unknown = new Plan(
                OptionalDouble.of(30), StoppingRule.of(6), Map.of("a", new Plan.TurnLength(1, OptionalDouble.empty())));
        assertThat(Announcement.describe(unknown)).isEqualTo("6 rounds, for how long is not known beforehand");
    }
}
