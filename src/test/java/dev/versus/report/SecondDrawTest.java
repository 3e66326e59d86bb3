package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.comparison.Plan;
import dev.versus.measurement.Json;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Round;
import dev.versus.measurement.RoundLog;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void a_second_draw_that_a_kill_ended_decides_nothing_and_the_run_is_not_whole() {
        RunRecord whole = run(800, GATE);
        RunRecord killed = PlainRecord.of(
                whole.run(), whole.warmUp(), whole.observed().turns().subList(0, 7 * 3), whole.fingerprints());
        Results results = Report.of(PlainRecord.with(killed, whole)).results();
        Judgement judgement = results.judgement(GATE.text()).orElseThrow();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .endsWith("the second draw, on fresh starts, did not come to its end: the run was killed before that");
        assertThat(results.extent().isWhole()).isFalse();
        assertThat(results.extent().describe())
                .startsWith(
                        "All 10 planned rounds ended. The second draw: The run ended early: 7 of 10 planned rounds");
    }

    @Test
    void a_second_draw_that_failed_is_read_back_with_its_reason(@TempDir Path folder) throws IOException {
        SampleRun.write(run(800, GATE), folder);
        Path file = folder.resolve(RoundLog.FILE);
        String gate = "{\"secondDraw\":{\"gate\":\"" + GATE.text() + "\"}}\n";
        String failed = "{\"secondDraw\":{\"failed\":\"redis is not healthy.\\nIts log …\"}}\n";
        Files.writeString(file, gate + failed, StandardOpenOption.APPEND);

        Results results = ReportWriter.write(folder).results();

        assertThat(results.judgement(GATE.text()).orElseThrow().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(results.secondDraws())
                .extracting(SecondDraw::brokenOff)
                .containsExactly(Optional.of("redis is not healthy.\nIts log …"));
        assertThat(results.extent().isWhole()).isTrue();
        assertThat(GatesLine.of(results))
                .contains("NOT DECIDED")
                .contains("did not come to its end: redis is not healthy.)");
    }

    @Test
    void a_second_draw_keeps_the_plan_of_its_own(@TempDir Path folder) throws IOException {
        SampleRun.write(run(800, GATE), folder);
        Plan plan = new Plan(OptionalDouble.of(30), StoppingRule.of(40), Map.of());
        String line = Json.lines().writeValueAsString(Map.of("secondDraw", Map.of("plan", plan)));
        Files.writeString(folder.resolve(RoundLog.FILE), line + "\n", StandardOpenOption.APPEND);

        RunRecord read = RunRecord.read(folder.resolve(RoundLog.FILE));

        assertThat(read.run().rounds()).isEqualTo(10);
        assertThat(read.secondDraw().orElseThrow().run().rounds()).isEqualTo(40);
    }

    @Test
    void a_target_that_dies_in_the_second_draw_breaks_the_gate() {
        RunRecord dying = run(950, GATE);
        List<Round> rounds = new ArrayList<>(dying.observed().turns());
        rounds.replaceAll(round -> round.target().equals("docker-address") && round.number() > 5
                ? MadeUp.round(round.target(), round.number(), MadeUp.refusals(3))
                : round);
        RunRecord second = PlainRecord.of(dying.run(), Optional.empty(), rounds, dying.fingerprints());
        Judgement judgement = settled(run(800, GATE), second);
        assertThat(judgement.breaks(false)).isTrue();
        assertThat(judgement.reason()).startsWith("docker-address answered no request in 5 of 10 rounds");
    }
}
