package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class OwnDriftTest {

    private static final Subject THROUGHPUT = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
    private static final Subject COST = new Subject.Ratio(Figure.CPU_PER_REQUEST, "b", "a");

    private final List<Round> rounds = new ArrayList<>();

    /** Adds forty rounds of a target. */
    private OwnDriftTest with(String target, IntToDoubleFunction micros, IntToDoubleFunction cpuMicros) {
        for (int round = 1; round <= 40; round++) {
            Measurement answers = MadeUp.answers(100, Math.round(micros.applyAsDouble(round)));
            CpuTimes cpu = new CpuTimes(Map.of("web-1", cpuMicros.applyAsDouble(round) / 1e4));
            rounds.add(MadeUp.round(target, round, MadeUp.using(answers, cpu)));
        }
        return this;
    }

    private Judgement judged(Subject subject) {
        return judged(subject, 5);
    }

    private Judgement judged(Subject subject, double most) {
        Judge judge = new Judge(Observations.ofTurns(rounds), Confidence.USUAL);
        Claim claim = new Claim("a claim", new Statement(subject, new IsAtMost(most)), true);
        return new OwnDrift(judge).reviewed(judge.judge(claim));
    }

    private static double noise(int round) {
        return 1_000 + 37 * (round * 7 % 11);
    }

    @Test
    void a_ratio_that_is_level_stays_confirmed() {
        with("a", OwnDriftTest::noise, OwnDriftTest::noise)
                .with("b", round -> noise(round + 3), round -> noise(round + 5));
        assertThat(judged(THROUGHPUT).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judged(COST).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_ratio_that_moves_across_its_limit_is_invalid_in_its_own_metric_only() {
        with("a", OwnDriftTest::noise, OwnDriftTest::noise)
                .with("b", OwnDriftTest::noise, round -> noise(round + 5) * (1 - 0.01 * round));
        assertThat(judged(THROUGHPUT).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judged(COST).verdict()).as("far from a limit").isEqualTo(Verdict.CONFIRMED);
        Judgement cost = judged(COST, 0.9);
        assertThat(cost.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(cost.estimate()).isPresent();
        assertThat(cost.reason()).startsWith("cpu-per-request of b relative to a fell by ");
    }

    @Test
    void targets_that_move_alike_keep_their_ratio() {
        with("a", round -> noise(round) * (1 + 0.02 * round), OwnDriftTest::noise)
                .with("b", round -> noise(round + 3) * (2 + 0.04 * round), OwnDriftTest::noise);
        assertThat(judged(THROUGHPUT).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_value_of_one_target_is_left_to_the_diagnostics() {
        with("a", round -> 1_000 + 20 * round, OwnDriftTest::noise);
        assertThat(judged(new Subject.Value(Figure.MEAN, "a")).verdict()).isEqualTo(Verdict.CONFIRMED);
    }
}
