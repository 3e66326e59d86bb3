package dev.versus.comparison;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static dev.versus.workload.Stress.stress;
import static dev.versus.workload.Users.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RoundTimesTest {

    private static final Target TARGET = new Target("a", List.of(URI.create("http://a")));
    private static final WarmUp WARM = new WarmUp(true, 6, List.of(slice(5), slice(50)));

    private final RoundTimes times = new RoundTimes();

    private static WarmUp.Slice slice(double throughput) {
        return new WarmUp.Slice("a", 10, throughput, 1, 1, 0, OptionalDouble.empty());
    }

    private OptionalDouble of(Workload workload) {
        Comparison comparison = new Comparison(
                new TurnOrder(1, List.of(TARGET)),
                Map.of("a", workload),
                WarmUpRule.standard(),
                Budget.of(Duration.ofSeconds(30)));
        return times.of(comparison, WARM).getOrDefault("a", OptionalDouble.empty());
    }

    @Test
    void rehearsed_rounds_tell_the_time_by_the_median_of_the_last() {
        for (int micros : new int[] {900_000, 800_000, 10_000, 10_000, 10_000, 12_000, 12_000, 12_000, 500_000}) {
            times.rehearsed(MadeUp.round("a", 1, MadeUp.answers(10, micros)));
        }
        assertThat(of(fixedRequests(10))).hasValue(0.12);
    }

    @Test
    void a_control_and_its_original_have_one_time() {
        Target control = new Target("a again", TARGET.addresses());
        Workload workload = fixedRequests(10);
        times.rehearsed(MadeUp.round("a", 1, MadeUp.answers(10, 10_000)));
        times.rehearsed(MadeUp.round("a again", 1, MadeUp.answers(10, 30_000)));
        Comparison comparison = new Comparison(
                new TurnOrder(1, List.of(TARGET, control)),
                Map.of("a", workload, "a again", workload),
                WarmUpRule.standard(),
                Budget.of(Duration.ofSeconds(30)));
        assertThat(times.of(comparison, WARM).values()).containsOnly(OptionalDouble.of(0.2));
    }

    @Test
    void the_warm_up_tells_it_of_rounds_that_were_not_rehearsed() {
        assertThat(of(fixedRequests(1_000))).hasValue(20);
    }

    @Test
    void a_workload_that_time_ends_tells_its_own() {
        assertThat(of(users(5).during(Duration.ofSeconds(90)))).hasValue(90);
        assertThat(of(stress().concurrency(1, 8).stepsOf(Duration.ofSeconds(2))))
                .hasValue(8);
    }

    @Test
    void nothing_tells_it_of_a_workload_that_is_warmed_up_by_another() {
        assertThat(of(fixedRequests(10).get("/slow").warmedUpBy(fixedRequests(1).get("/brief"))))
                .isEmpty();
    }
}
