package dev.versus.workload;

import static dev.versus.workload.Stress.stress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StressTest {

    private static StepOutcome quick(int users) {
        return new StepOutcome(users, 100, users * 10, 5, 0);
    }

    private static List<Integer> climb(Stress stress, IntFunction<StepOutcome> system) {
        List<StepOutcome> steps = new ArrayList<>();
        Optional<Step> next = stress.nextStep(steps);
        while (next.isPresent()) {
            steps.add(system.apply(next.get().users()));
            next = stress.nextStep(steps);
        }
        return steps.stream().map(StepOutcome::users).toList();
    }

    @Test
    void climbsToItsLastConcurrencyWhileTheObjectiveHolds() {
        assertThat(climb(stress().concurrency(3, 20), StressTest::quick)).containsExactly(3, 6, 12, 20);
    }

    @Test
    void stopsAtTheFirstStepThatBreaksTheObjective() {
        IntFunction<StepOutcome> slowFromEight =
                users -> users < 8 ? quick(users) : new StepOutcome(users, 100, 10, 501, 0);
        assertThat(climb(stress(), slowFromEight)).containsExactly(1, 2, 4, 8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0001, 1.1, 1.4})
    void alwaysRisesByOneAtLeast(double factor) {
        assertThat(climb(stress().concurrency(1, 4).risingBy(factor), StressTest::quick))
                .containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"100, 500.0, 0.01, true", "100, 500.001, 0, false", "100, 1, 0.0101, false", "0, 0, 0, false"})
    void theObjectiveHoldsUpToItsBounds(long requests, double p99, double errorRate, boolean holds) {
        Objective objective = new Objective(Duration.ofMillis(500), 0.01);
        assertThat(objective.isMetBy(new StepOutcome(1, requests, 1, p99, errorRate)))
                .isEqualTo(holds);
    }

    @Test
    void theCapacityIsTheBestThroughputThatMetTheObjective() {
        StepOutcome best = new StepOutcome(4, 100, 90, 100, 0);
        List<StepOutcome> steps = List.of(
                new StepOutcome(2, 100, 50, 10, 0),
                best,
                new StepOutcome(8, 100, 80, 400, 0),
                new StepOutcome(16, 100, 99, 600, 0));
        assertThat(stress().capacity(steps)).contains(best);
        assertThat(stress().capacity(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 512, 16", "1, 8, 8", "100, 512, 100"})
    void warmsUpWithSixteenUsersWhereItsRangeAllows(int from, int to, int users) {
        assertThat(stress().concurrency(from, to).warmUp(Duration.ofSeconds(1)).users())
                .isEqualTo(users);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -2, 0, 1, 100.1, Double.POSITIVE_INFINITY})
    void refusesAFactorThatDoesNotRise(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stress().risingBy(factor))
                .withMessage("a staircase's factor lies above 1 and up to 100, not " + factor);
    }

    @Test
    void refusesAStaircaseThatGoesDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stress().concurrency(8, 4))
                .withMessage("the last concurrency is at least the first one (8), not 4");
    }

    @Test
    void describesItselfWithItsObjective() {
        assertThat(stress().get("/a").until(Duration.ofMillis(250), 0.07).describe())
                .isEqualTo(
                        "GET /a from concurrency 1 to 512, × 2.0 every 3s, until p99 ≤ 250ms and errors ≤ 7.0 % breaks");
    }
}
