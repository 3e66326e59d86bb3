package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims on figures of which some are zero, or not known at all. */
class ZerosTest {

    private static final int ROUNDS = 6;

    private final List<Round> rounds = new ArrayList<>();

    private static Measurement failing(int requests) {
        Measurement answers = MadeUp.answers(500, 1_000);
        return requests == 0 ? answers : answers.plus(MadeUp.refusals(requests));
    }

    /** Six rounds, in which so many requests to a target fail; of fewer numbers, the last one holds for the rest. */
    private ZerosTest failing(String target, int... failures) {
        for (int number = 1; number <= ROUNDS; number++) {
            int failed = failures[Math.min(number, failures.length) - 1];
            rounds.add(MadeUp.round(target, number, failing(failed)));
        }
        return this;
    }

    private ZerosTest all(String target, Measurement measurement) {
        for (int number = 1; number <= ROUNDS; number++) {
            rounds.add(MadeUp.round(target, number, measurement));
        }
        return this;
    }

    private Judgement judge(Statement statement) {
        return new Judge(Observations.ofTurns(rounds), Confidence.USUAL).judge(new Claim("a claim", statement, false));
    }

    private static Subject.Ratio ratio(Metric metric) {
        return new Subject.Ratio(metric, "b", "a");
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestShare.class,
            names = {"ERROR_RATE", "LENGTH_ERRORS", "TIMEOUT_ERRORS"})
    void who_fails_never_fails_no_more_often_than_another_who_fails_never(RequestShare share) {
        failing("a", 0).failing("b", 0);
        Judgement ratio = judge(ratio(share).isAtMost(1));
        assertThat(ratio.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(ratio.estimate().orElseThrow().value()).isEqualTo(1);
        assertThat(ratio.estimate().orElseThrow().interval()).isEqualTo(new Interval(1, 1));
        assertThat(judge(ratio(share).isEquivalent()).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(ratio(Figure.FAILURES).isAtMost(1)).verdict()).isEqualTo(Verdict.CONFIRMED);
        Subject difference = new Subject.Difference(share, "b", "a");
        Judgement most = judge(difference.isAtMost(0));
        assertThat(most.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        Interval wide = most.estimate().orElseThrow().interval();
        assertThat(wide.upper()).isPositive().isEqualTo(-wide.lower());
        assertThat(judge(difference.isAtMost(wide.upper())).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(ratio(RequestShare.RELIABILITY).isEquivalent(0.01)).verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_single_failure_is_more_than_any_factor_of_none() {
        failing("a", 0).failing("b", 1, 0);
        Judgement judgement = judge(ratio(RequestShare.ERROR_RATE).isAtMost(1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judgement.estimate()).isEmpty();
        assertThat(judgement.reason())
                .isEqualTo("error-rate of a is 0 in all rounds and that of b is not, which is more than any factor:"
                        + " to allow some, compare by minus()");
        assertThat(judge(ratio(Figure.FAILURES).isAtLeast(2)).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(ratio(Figure.FAILURES).isAbout(2)).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void failures_of_both_are_compared_where_either_has_none_in_some_rounds() {
        failing("a", 8, 8, 9, 8, 9, 8).failing("b", 2, 0, 2, 0, 2, 1);
        Judgement judgement = judge(ratio(Figure.FAILURES).isAtMost(1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judgement.estimate().orElseThrow().value()).isBetween(0.05, 0.25);
    }

    @Test
    void too_few_failures_for_a_ratio_are_told_with_what_to_do() {
        failing("a", 1, 0).failing("b", 0, 1, 0);
        Judgement judgement = judge(ratio(Figure.FAILURES).isAtMost(1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason())
                .startsWith("failures of b is 0 in round 1, and no ratio tells how much more or less that is: ")
                .endsWith("compare by minus()");
    }

    @Test
    void silence_refutes_a_bound_from_below_and_meets_none() {
        all("a", MadeUp.answers(500, 1_000)).all("b", MadeUp.refusals(500));
        Subject.Value throughput = new Subject.Value(Figure.THROUGHPUT, "b");
        assertThat(judge(throughput.isAtLeast(1)).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judge(throughput.isAtMost(1)).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judge(ratio(Figure.THROUGHPUT).isAtLeast(0.5)).reason())
                .startsWith("b answered no request in 6 of 6 rounds (3,000 connection failed): ");
    }

    @Test
    void two_targets_that_answer_nothing_are_not_equally_reliable() {
        all("a", MadeUp.refusals(5)).all("b", MadeUp.refusals(5));
        Judgement judgement = judge(ratio(RequestShare.RELIABILITY).isEquivalent(0.01));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason()).startsWith("reliability of a is 0 in round 1");
    }

    @Test
    void a_percentile_that_failures_left_without_answers_asks_for_no_more_requests() {
        all("b", MadeUp.answers(10, 1_000).plus(MadeUp.refusals(990)));
        Metric p99 = new LatencyPercentile(new Percentile(99));
        assertThat(judge(new Subject.Value(p99, "b").isAtMost(200.0)).reason())
                .isEqualTo("a p99 needs 3,000 answered requests, and of 6,000 only 60 were answered:"
                        + " find out why the others failed");
    }

    @ParameterizedTest
    @CsvSource({"cpu-per-request", "memory", "cpu:web", "cpu-per-request:web"})
    void what_runs_elsewhere_is_the_reason_why_its_resources_are_not_known(String metric) {
        CpuTimes generator = new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.5));
        all("a", MadeUp.answers(500, 1_000)).all("b", MadeUp.answers(500, 1_000, generator));
        Subject.Difference difference = new Subject.Difference(Metric.named(metric), "b", "b");
        assertThat(judge(difference.isAtMost(1)).reason())
                .isEqualTo(metric + " of b is not known, because it runs elsewhere: a run reads the CPU time and memory"
                        + " of services that it has started on this host");
    }

    @Test
    void cpu_time_too_short_for_the_kernels_clock_has_no_ratio_and_has_a_value() {
        CpuTimes none = new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.5, "web-1", 0.0));
        all("a", MadeUp.answers(3, 1_000, none)).all("b", MadeUp.answers(3, 1_000, none));
        assertThat(judge(ratio(Figure.CPU_PER_REQUEST).isAtMost(1)).reason())
                .isEqualTo("cpu-per-request of a is 0 in round 1, and no ratio tells how much more or less that is:"
                        + " use longer rounds, or compare by minus()");
        assertThat(judge(new Subject.Value(Figure.CPU_PER_REQUEST, "b").isAtMost(1.0))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_share_that_is_not_decided_names_a_number_of_rounds() {
        failing("b", 0);
        Judgement judgement = judge(new Subject.Value(RequestShare.ERROR_RATE, "b").isAtMost(0.0001));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .contains("more than 200 rounds would be needed")
                .doesNotContain("about 0 rounds");
    }

    @Test
    void a_difference_of_20_ms_is_about_20_ms() {
        long[] slow = {29_900, 30_050, 30_100, 29_950, 30_200, 30_000};
        for (int number = 1; number <= ROUNDS; number++) {
            rounds.add(MadeUp.round("a", number, MadeUp.answers(400, 10_000 + 20L * number)));
            rounds.add(MadeUp.round("b", number, MadeUp.answers(400, slow[number - 1])));
        }
        Metric p50 = new LatencyPercentile(new Percentile(50));
        assertThat(judge(new Subject.Difference(p50, "b", "a").isAbout(20)).verdict())
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(new Subject.Difference(p50, "b", "a").isAbout(18)).verdict())
                .isEqualTo(Verdict.REFUTED);
    }
}
