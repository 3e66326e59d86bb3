package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Round;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondDrawTest {

    private static final Claim GATE =
            SampleRun.gate("addresses cost little", SampleRun.throughput("docker-address"), SampleRun.atLeast(0.9));

    /** Makes a run in which the throughput of docker-address is so many thousandths of that of namespaces. */
    private static RunRecord run(long thousandths, Claim... claims) {
        RunRecord sample = SampleRun.record(List.of(claims));
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            long micros = 1_000L + number;
            rounds.add(MadeUp.round("namespaces", number, MadeUp.answers(100, micros)));
            rounds.add(MadeUp.round("docker-published", number, MadeUp.answers(100, micros)));
            rounds.add(MadeUp.round("docker-address", number, MadeUp.answers(100, micros * 1_000 / thousandths)));
        }
        return PlainRecord.of(sample.run(), sample.warmUp(), rounds, sample.fingerprints());
    }

    private static Judgement settled(RunRecord first, RunRecord second) {
        Results results = Report.of(PlainRecord.with(second, first)).results();
        return results.judgement(GATE.text()).orElseThrow();
    }

    @Test
    void only_a_gate_that_compares_targets_and_looks_broken_asks_for_it() {
        assertThat(SecondDraw.askedFor(run(800, GATE))).contains(GATE.text());
        assertThat(SecondDraw.askedFor(run(950, GATE))).isEmpty();
        Claim claim = new Claim("a claim", GATE.statement(), false);
        assertThat(SecondDraw.askedFor(run(800, claim))).isEmpty();
    }

    @Test
    void a_gate_that_both_draws_refute_is_broken_and_the_reason_shows_both() {
        Judgement judgement = settled(run(800, GATE), run(810, GATE));
        assertThat(judgement.breaks(false)).isTrue();
        assertThat(judgement.reason())
                .startsWith("refuted by the first draw (0.80")
                .contains("), and refuted by the second, on fresh starts (0.81")
                .endsWith("; a gate that is met breaks so in 0.25 % of runs at most");
    }

    @Test
    void a_gate_that_only_the_first_draw_refutes_is_not_decided() {
        Judgement judgement = settled(run(800, GATE), run(950, GATE));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .contains("and confirmed by the second, on fresh starts (0.95")
                .endsWith(", so the draws do not agree: run again");
    }

    @Test
    void a_target_that_dies_in_the_second_draw_breaks_the_gate() {
        RunRecord dying = run(950, GATE);
        List<Round> rounds = new ArrayList<>(dying.rounds());
        rounds.replaceAll(round -> round.target().equals("docker-address") && round.number() > 5
                ? MadeUp.round(round.target(), round.number(), MadeUp.refusals(3))
                : round);
        RunRecord second = PlainRecord.of(dying.run(), Optional.empty(), rounds, dying.fingerprints());
        Judgement judgement = settled(run(800, GATE), second);
        assertThat(judgement.breaks(false)).isTrue();
        assertThat(judgement.reason()).startsWith("docker-address answered no request in 5 of 10 rounds");
    }
}
