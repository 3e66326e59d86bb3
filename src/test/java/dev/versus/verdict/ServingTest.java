package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.workload.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingTest {

    private static final Subject RATIO = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
    private static final Claim GATE = gate(RATIO, new IsAtLeast(0.5));

    private final List<Round> rounds = new ArrayList<>();

    private static Claim gate(Subject subject, Expectation expectation) {
        return new Claim("a gate", new Statement(subject, expectation), true);
    }

    private static Claim onFailuresOfB(Metric metric, Expectation expectation) {
        return new Claim("on failures", new Statement(new Subject.Value(metric, "b"), expectation), false);
    }

    private ServingTest round(String target, Measurement measurement) {
        int number = (int) rounds.stream()
                        .filter(round -> round.target().equals(target))
                        .count()
                + 1;
        rounds.add(MadeUp.round(target, number, measurement));
        return this;
    }

    /** Plays eight rounds in which b fails so many of its 1,000 requests. */
    private ServingTest failing(int ofB) {
        for (int i = 0; i < 8; i++) {
            Measurement answers = MadeUp.answers(1_000 - ofB, 1_000);
            round("a", MadeUp.answers(1_000, 1_000));
            round("b", ofB == 0 ? answers : answers.plus(MadeUp.refusals(ofB)));
        }
        return this;
    }

    private Judgement judge(Claim claim, Claim... others) {
        List<Claim> all = new ArrayList<>(List.of(others));
        all.add(claim);
        return new Serving(rounds, all)
                .reviewed(new Judge(Observations.ofTurns(rounds), Confidence.USUAL).judge(claim));
    }

    @Test
    void a_gate_on_a_target_that_answers_nothing_is_broken_and_the_reason_names_it() {
        for (int i = 0; i < 8; i++) {
            round("a", MadeUp.answers(10, 1_000)).round("b", MadeUp.refusals(5));
        }
        Judgement judgement = judge(GATE);
        assertThat(judgement.breaks(false)).isTrue();
        assertThat(judgement.reason())
                .isEqualTo("b answered no request in 8 of 8 rounds (40 connection failed):"
                        + " a gate on a target that does not answer is broken");
        assertThat(judge(gate(new Subject.Ratio(Figure.MEAN, "a", "b"), new IsAtLeast(0)))
                        .breaks(false))
                .isTrue();
        assertThat(judge(gate(new Subject.Value(Figure.MEAN, "a"), new IsAtMost(100)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_single_silent_round_breaks_the_gate() {
        failing(0).round("b", MadeUp.refusals(1));
        assertThat(judge(GATE).reason()).startsWith("b answered no request in 1 of 9 rounds (1 connection failed)");
    }

    @Test
    void a_gate_allows_one_failed_request_in_a_hundred_where_nothing_is_declared() {
        assertThat(failing(10).judge(GATE).verdict()).isEqualTo(Verdict.CONFIRMED);
        rounds.clear();
        assertThat(failing(11).judge(GATE).reason())
                .isEqualTo("88 of 8,000 requests to b failed (88 connection failed),"
                        + " more than the 1 % allowed where it declares no share");
    }

    @Test
    void claims_on_failures_of_a_target_declare_the_share_that_its_gates_allow() {
        failing(11);
        assertThat(judge(GATE, onFailuresOfB(RequestShare.ERROR_RATE, new IsAtMost(0.02)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(GATE, onFailuresOfB(RequestShare.RELIABILITY, new IsAtLeast(0.98)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(GATE, onFailuresOfB(Figure.FAILURES, new IsAtMost(88))).verdict())
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(GATE, onFailuresOfB(Figure.FAILURES, new IsAtMost(0))).reason())
                .endsWith("more than the 0 % that the comparison declares");
    }

    @Test
    void claims_that_are_no_gates_and_gates_on_failures_keep_their_verdict() {
        failing(500);
        assertThat(judge(new Claim("a claim", GATE.statement(), false)).verdict())
                .isNotEqualTo(Verdict.REFUTED);
        assertThat(judge(gate(new Subject.Value(RequestShare.ERROR_RATE, "b"), new IsAtMost(0.6)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_staircase_may_fail_beyond_its_first_step() {
        failing(500);
        rounds.replaceAll(round -> staircase(round, 0));
        assertThat(new Serving(rounds, List.of(GATE))
                        .reviewed(new Judge(Observations.ofTurns(rounds), Confidence.USUAL).judge(GATE))
                        .verdict())
                .isNotEqualTo(Verdict.REFUTED);
        rounds.replaceAll(round -> staircase(round, 0.02));
        assertThat(judge(GATE).verdict()).isEqualTo(Verdict.REFUTED);
    }

    private static Round staircase(Round round, double firstErrorRate) {
        return new Round(
                round.target(),
                round.number(),
                round.turn(),
                round.started(),
                round.measurement(),
                List.of(new StepOutcome(1, 500, 100, 1, firstErrorRate), new StepOutcome(2, 500, 100, 1, 0.9)));
    }
}
