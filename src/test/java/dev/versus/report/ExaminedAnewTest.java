package dev.versus.report;

import static dev.versus.workload.ConstantRate.constantRate;
import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Json;
import dev.versus.measurement.RoundLog;
import dev.versus.verdict.Verdict;
import dev.versus.verdict.diagnostic.Circumstances;
import dev.versus.verdict.diagnostic.Surroundings;
import dev.versus.workload.Rate;
import dev.versus.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that is judged by another version than the one that wrote it. */
class ExaminedAnewTest {

    private static final Workload WORKLOAD = fixedRequests(1000).concurrency(50).get("/api/products");

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        SampleRun.write(SampleRun.record(), folder);
    }

    private void append(String kind, Object entry) throws IOException {
        String line = Json.lines().writeValueAsString(Map.of(kind, entry)) + "\n";
        Files.writeString(folder.resolve(RoundLog.FILE), line, StandardOpenOption.APPEND);
    }

    private void keepEvidence(String... hops) throws IOException {
        keepEvidence(WORKLOAD, hops);
    }

    private void keepEvidence(Workload workload, String... hops) throws IOException {
        Surroundings behindProxy = Surroundings.unknown().pathHops(hops);
        append(
                "evidence",
                new Circumstances(
                        Map.of("namespaces", workload, "docker-published", workload, "docker-address", workload),
                        1,
                        2,
                        Duration.ofNanos(40),
                        Map.of("docker-published", behindProxy)));
    }

    private List<String> found() {
        return ReportWriter.write(folder).results().findings().stream()
                .map(finding -> finding.diagnostic())
                .distinct()
                .toList();
    }

    @Test
    void findings_are_those_of_todays_diagnostics_on_the_evidence_that_was_kept() throws IOException {
        keepEvidence("docker-proxy");
        assertThat(found()).contains("userland-proxy");
    }

    @Test
    void the_same_evidence_without_a_proxy_has_no_such_finding() throws IOException {
        keepEvidence();
        assertThat(found()).doesNotContain("userland-proxy");
    }

    @Test
    void the_median_latency_tells_the_speed_where_a_timetable_sets_the_pace() throws IOException {
        keepEvidence(constantRate(Rate.perSecond(100)));
        assertThat(ReportWriter.write(folder).results().sideBySide())
                .extracting(pair -> pair.speed().metric().id())
                .containsExactly("p50", "p50");
    }

    @Test
    void a_record_without_evidence_keeps_the_findings_of_its_own_version() {
        assertThat(ReportWriter.write(folder).results().findings())
                .isEqualTo(SampleRun.record().findings());
    }

    @Test
    void a_verdict_that_is_another_now_is_named_in_every_report() throws IOException {
        append("judged", Map.of("Docker is 46 % slower", Verdict.CONFIRMED, "no request fails", Verdict.REFUTED));

        Results results = ReportWriter.write(folder).results();

        assertThat(results.reconsidered())
                .containsExactly(new Reconsidered("Docker is 46 % slower", Verdict.CONFIRMED, Verdict.REFUTED));
        String sentence = "'Docker is 46 % slower' was confirmed when the run ended, and is refuted by this version";
        assertThat(ConsoleSummary.of(results)).contains("RECONSIDERED " + sentence);
        assertThat(Files.readString(folder.resolve("comparison.md"))).contains("Reconsidered: " + sentence);
        assertThat(Files.readString(folder.resolve("comparison.html")))
                .contains("Reconsidered:", "and is refuted by this");
        assertThat(Files.readString(folder.resolve("results.json"))).contains("\"reconsidered\"");
    }

    @Test
    void a_record_that_keeps_no_verdicts_is_held_against_the_results_beside_it() throws IOException {
        ReportWriter.write(folder);
        Path results = folder.resolve("results.json");
        String asWritten = Files.readString(results);
        Files.writeString(results, asWritten.replace("\"verdict\" : \"REFUTED\"", "\"verdict\" : \"CONFIRMED\""));

        for (int report = 1; report <= 2; report++) {
            assertThat(ReportWriter.write(folder).results().reconsidered())
                    .as("report %d", report)
                    .isNotEmpty()
                    .allMatch(one -> one.then() == Verdict.CONFIRMED && one.now() == Verdict.REFUTED);
        }
    }

    @Test
    void verdicts_that_are_the_same_are_not_spoken_of() {
        ReportWriter.write(folder);
        assertThat(ReportWriter.write(folder).results().reconsidered()).isEmpty();
    }
}
