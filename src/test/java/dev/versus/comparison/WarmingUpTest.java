package dev.versus.comparison;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Consumption;
import dev.versus.measurement.Counters;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class WarmingUpTest extends ConductedByHand {

    /** Two services of 0.1 s of CPU time in each slice, whose compilers use this share of it. */
    private LoadGenerator jvms(ToDoubleFunction<Target> compiling, BooleanSupplier atRest) {
        return new LoadGenerator() {
            @Override
            public Measurement offer(Stretch stretch) {
                Counters counters = MadeUp.compiling(0.25 * compiling.applyAsDouble(stretch.target()));
                Consumption used = new Consumption(
                        new CpuTimes(Map.of("web-1", 0.2)), Map.of(), 0, 0, 0, Map.of(), Map.of("web-1", counters));
                return WarmingUpTest.this.offer(stretch, MadeUp.using(MadeUp.answers(1_000, 250), used));
            }

            @Override
            public boolean isAtRest() {
                return atRest.getAsBoolean();
            }
        };
    }

    private long slicesOf(Target target) {
        return offered.stream()
                .filter(s -> s.part() == Stretch.Part.WARM_UP && s.target().equals(target))
                .count();
    }

    @Test
    void goes_on_while_the_compilers_of_a_service_are_not_at_rest() {
        Outcome outcome = conduct(jvms(target -> offered.size() < 60 ? 0.4 : 0, () -> true), fixedRequests(10), 1);
        assertThat(outcome.warmUp().level()).isTrue();
        assertThat(outcome.warmUp().requests()).isEqualTo(72_000);
        assertThat(outcome.warmUp().slices().get(0).compiling()).hasValue(0.4);
    }

    @Test
    void a_target_that_is_warm_leaves_its_turns_to_the_others() {
        conduct(jvms(target -> target.equals(B) && offered.size() < 60 ? 0.4 : 0, () -> true), fixedRequests(10), 1);
        assertThat(slicesOf(A)).isEqualTo(10 + 1);
        assertThat(slicesOf(B)).isEqualTo(60 - 10 + 6 + 1);
    }

    @Test
    void a_target_that_is_like_another_has_a_turn_when_that_one_is_warm() {
        targets = List.of(A, B, new Target("a again", A.addresses()));
        Outcome outcome = conduct(jvms(target -> 0, () -> true), fixedRequests(10), 1);
        assertThat(outcome.warmUp().level()).isTrue();
        assertThat(offered.subList(0, 23).stream()
                        .map(stretch -> stretch.target().name()))
                .startsWith("a", "b", "a", "b")
                .endsWith("a", "b", "a", "b", "a again");
    }

    @Test
    void compilers_that_never_rest_end_it_at_the_most_time() {
        Outcome outcome = conduct(jvms(target -> 0.2, () -> true), fixedRequests(10), 1);
        assertThat(outcome.warmUp().level()).isFalse();
        assertThat(outcome.warmUp().seconds()).isEqualTo(60);
    }

    @Test
    void goes_on_with_all_targets_while_the_generators_compilers_are_not_at_rest() {
        Outcome outcome = conduct(jvms(target -> 0, () -> offered.size() > 40), fixedRequests(10), 1);
        assertThat(outcome.warmUp().level()).isTrue();
        assertThat(slicesOf(A)).isEqualTo(21);
        assertThat(slicesOf(B)).isEqualTo(21);
    }

    @Test
    void services_that_are_no_jvms_tell_nothing_of_compilers() {
        Outcome outcome = conduct(s -> offer(s, MadeUp.answers(1_000, 250)), fixedRequests(10), 1);
        assertThat(outcome.warmUp().slices())
                .hasSize(24)
                .allMatch(slice -> slice.compiling().isEmpty());
    }
}
