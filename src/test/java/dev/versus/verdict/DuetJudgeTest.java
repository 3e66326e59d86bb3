package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In turns b costs 10 % more than a; at once 20 %. */
class DuetJudgeTest {

    private final Judge judge = new Judge(observed(), Confidence.USUAL);

    private static Observations observed() {
        List<Round> turns = new ArrayList<>();
        List<DuetSlice> duets = new ArrayList<>();
        for (int round = 1; round <= 8; round++) {
            turns.add(MadeUp.round("a", round, costing(1 + round / 1e3)));
            turns.add(MadeUp.round("b", round, costing(1.1)));
            duets.add(new DuetSlice(round, Instant.EPOCH, Map.of("a", costing(1 + round / 1e3), "b", costing(1.2))));
        }
        return new Observations(turns, duets);
    }

    private static Measurement costing(double seconds) {
        return MadeUp.using(MadeUp.answers(1_000, 1_000), new CpuTimes(Map.of("web-1", seconds)));
    }

    @Test
    void a_ratio_of_cost_rests_on_duets() {
        Subject cost = new Subject.Ratio(Figure.CPU_PER_REQUEST, "b", "a");
        assertThat(judge.basis(cost)).isEqualTo(Basis.DUETS);
        assertThat(judge.estimate(cost).orElseThrow().value()).isCloseTo(1.195, within(0.005));
        assertThat(judge.judge(new Claim("cost", cost.isAtMost(1.15), true)))
                .extracting(Judgement::verdict, Judgement::basis)
                .containsExactly(Verdict.REFUTED, Basis.DUETS);
    }

    @Test
    void the_cost_of_one_service_rests_on_duets_too() {
        assertThat(judge.basis(new Subject.Ratio(Metric.named("cpu-per-request:web"), "b", "a")))
                .isEqualTo(Basis.DUETS);
    }

    @Test
    void throughput_rests_on_turns_for_each_target_has_half_of_the_CPUs_in_a_duet() {
        assertThat(judge.basis(new Subject.Ratio(Figure.THROUGHPUT, "b", "a"))).isEqualTo(Basis.TURNS);
    }

    @Test
    void the_cost_of_one_target_and_of_targets_without_a_duet_rests_on_turns() {
        assertThat(judge.basis(new Subject.Value(Figure.CPU_PER_REQUEST, "a"))).isEqualTo(Basis.TURNS);
        assertThat(judge.basis(new Subject.Ratio(Figure.CPU_PER_REQUEST, "c", "a")))
                .isEqualTo(Basis.TURNS);
    }
}
