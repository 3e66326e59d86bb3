package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A target that answers 500 to all, and whose gates are on latency and throughput alone. */
class NothingAnsweredTest {

    private static final String SILENCE =
            "b answered no request in 6 of 6 rounds (24,000 unexpected status (500 × 24,000))";

    private static final Subject.Value P99 = new Subject.Value(Metric.named("p99"), "b");
    private static final Subject.Value THROUGHPUT = new Subject.Value(Figure.THROUGHPUT, "b");
    private static final Subject RATIO = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");

    private static Measurement refusing() {
        return new Measurement(
                2,
                Latencies.none(),
                Map.of(500, 4_000L),
                Map.of(FailureKind.STATUS, 4_000L),
                52_000,
                BodyLengths.none(),
                0,
                Optional.empty(),
                Consumption.of(new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.1, "b-1", 0.2))));
    }

    private static Results judged(boolean gates) {
        RunOfFew run = new RunOfFew();
        for (int number = 1; number <= 6; number++) {
            run.round("a", number, MadeUp.answers(4_000, 500)).round("b", number, refusing());
        }
        return run.claiming(List.of(
                        claim("b is fast", P99.isAtMost(200.0), gates),
                        claim("b serves at all", THROUGHPUT.isAtLeast(1), gates),
                        claim("b serves half of a at least", RATIO.isAtLeast(0.5), gates)))
                .report()
                .results();
    }

    private static Claim claim(String text, Statement statement, boolean gate) {
        return new Claim(text, statement, gate);
    }

    @Test
    void breaks_every_gate_on_its_figures_and_names_the_target() {
        Results results = judged(true);
        assertThat(results.judgements()).allSatisfy(judgement -> {
            assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(judgement.reason()).startsWith(SILENCE);
        });
        assertThat(results.passes("b is fast", false)).isFalse();
        assertThat(GatesLine.of(results)).contains("3 BROKEN ('b is fast' is broken: " + SILENCE);
    }

    @Test
    void is_the_reason_why_claims_are_not_confirmed() {
        Results results = judged(false);
        assertThat(results.judgements())
                .extracting(judgement -> judgement.verdict())
                .containsExactly(Verdict.INVALID, Verdict.REFUTED, Verdict.INVALID);
        assertThat(results.judgements().get(0).reason()).startsWith(SILENCE);
        assertThat(results.judgements().get(2).reason()).startsWith(SILENCE);
    }

    @Test
    void nobody_is_told_to_send_more_requests() {
        Results results = judged(true);
        assertThat(ConsoleSummary.of(results)).doesNotContain("send more requests", "send at least");
        assertThat(results.findings())
                .filteredOn(finding -> finding.diagnostic().equals("too-few-requests"))
                .extracting(Finding::nextStep)
                .containsExactly("find out why requests to b fail: its log, its address, the path that is asked");
    }
}
