package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.comparison.Plan;
import dev.versus.measurement.Json;
import dev.versus.measurement.Round;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        SampleRun.write(SampleRun.record(), folder);
        file = folder.resolve("rounds.jsonl");
    }

    @Test
    void gives_back_what_was_written() {
        RunRecord read = RunRecord.read(file);
        RunRecord written = SampleRun.record();
        assertThat(read.run()).isEqualTo(written.run());
        assertThat(read.warmUp()).isEqualTo(written.warmUp());
        assertThat(read.fingerprints()).isEqualTo(written.fingerprints());
        assertThat(read.findings()).isEqualTo(written.findings());
        assertThat(ResultsJson.of(Report.of(read).results()))
                .isEqualTo(ResultsJson.of(Report.of(written).results()));
    }

    @Test
    void reads_rounds_from_before_counters_were_kept() throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(",\"accounts\":\\{[^}]*}", "")
                        .replaceAll(",\"counters\":\\{[^}]*}}", ""));
        assertThat(Files.readString(file)).doesNotContain("counters");
        assertThat(RunRecord.read(file).observed().turns())
                .hasSize(30)
                .allSatisfy(round ->
                        assertThat(round.measurement().used().counters()).isEmpty());
    }

    @Test
    void leaves_a_torn_last_line_out() throws IOException {
        String whole = Files.readString(file);
        int lastRound = whole.indexOf("{\"fingerprints\"");
        Files.writeString(file, whole.substring(0, lastRound - 40));
        assertThat(RunRecord.read(file).observed().turns()).hasSize(29);
    }

    @Test
    void a_run_killed_in_its_seventh_round_is_judged_by_six() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, 2 + 6 * 3 + 2));
        Files.writeString(file, "{\"round\":{\"target\":\"docker", StandardOpenOption.APPEND);

        Report report = ReportWriter.write(folder);

        assertThat(report.results().extent())
                .isEqualTo(
                        new Extent(10, 6, 2, Optional.empty(), List.of(), List.of(), 0, List.of(), Optional.empty()));
        assertThat(report.outcome().rounds()).extracting(Round::number).doesNotContain(7);
        assertThat(report.results().judgements())
                .flatExtracting(judgement -> judgement.estimate().stream().toList())
                .allMatch(estimate -> estimate.n() == 6);
        assertThat(Files.readString(folder.resolve("comparison.md")))
                .contains("The run ended early: 6 of 10 planned rounds ended, and verdicts rest on these alone.")
                .contains("2 more turns ended in a round that not every target finished; they are left out.");
        assertThat(Files.readString(folder.resolve("junit.xml"))).contains("type=\"incomplete\"");
    }

    @Test
    void a_run_that_ended_by_its_rule_is_no_killed_run() throws IOException {
        List<String> lines = planned(60);
        lines.add("{\"stopped\":{\"rounds\":10,\"reason\":\"STOP_DECIDED\"}}");
        Files.write(file, lines);

        Report report = ReportWriter.write(folder);

        assertThat(report.results().extent())
                .isEqualTo(new Extent(
                        60,
                        10,
                        0,
                        Optional.of(Decision.STOP_DECIDED),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty()));
        assertThat(Files.readString(folder.resolve("comparison.md")))
                .contains("10 of at most 60 rounds were enough: the intervals decide every claim.")
                .doesNotContain("ended early");
        assertThat(Files.readString(folder.resolve("junit.xml"))).doesNotContain("type=\"incomplete\"");
        assertThat(Files.readString(folder.resolve("comparison.html"))).contains("10 of 60 planned");
    }

    /** The record with a later plan, of so many rounds; the last plan holds. */
    private List<String> planned(int rounds) throws IOException {
        Plan plan = new Plan(OptionalDouble.of(30), StoppingRule.of(rounds), Map.of());
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(2, Json.lines().writeValueAsString(Map.of("plan", plan)));
        return lines;
    }

    @Test
    void a_run_that_was_killed_is_judged_at_the_confidence_of_the_next_look() throws IOException {
        Files.write(file, planned(18));
        assertThat(StoppingRule.of(18).confidenceAfter(10).level()).isBetween(0.975, 0.998);
        assertThat(confidences()).isNotEmpty().allMatch(confidence -> confidence >= 0.975);
    }

    @Test
    void a_record_of_format_1_is_judged_by_the_rule_of_that_time() throws IOException {
        String header = Files.readAllLines(file).get(0);
        replaceLine(
                1,
                header.replaceFirst("\"format\":2", "\"format\":1")
                        .replaceFirst("\"rounds\":10,\"plan\":.*?,\"settings\"", "\"rounds\":30,\"settings\""));
        assertThat(RunRecord.read(file).run().plan()).isEmpty();
        assertThat(confidences()).isNotEmpty().allMatch(confidence -> confidence >= 0.975 && confidence < 0.99);
    }

    private List<Double> confidences() {
        return Report.of(RunRecord.read(file)).results().judgements().stream()
                .filter(judgement -> judgement.claim().statement().subject() instanceof Subject.Ratio)
                .flatMap(judgement -> judgement.estimate().stream())
                .map(Estimate::confidence)
                .toList();
    }

    @Test
    void a_run_with_restarts_tells_what_each_start_brings() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String warmUp = "{\"level\":true,\"seconds\":2.0,\"slices\":[]}";
        lines.add("{\"restart\":{\"before\":6,\"warmUp\":" + warmUp + "}}");
        Files.write(file, lines);

        Report report = ReportWriter.write(folder);

        assertThat(report.results().restarts())
                .extracting(RestartSpread::claim)
                .containsExactly(
                        "Docker is 46 % slower", "a container's address costs little", "addresses answer as fast");
        assertThat(Files.readString(folder.resolve("comparison.html")))
                .contains("From start to start the ratio varies by");
        assertThat(ConsoleSummary.of(report.results())).contains("restarts     Docker is 46 % slower: ");
    }

    @Test
    void a_restart_that_was_not_level_is_told() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("{\"restart\":{\"before\":6,\"warmUp\":{\"level\":false,\"seconds\":30.0,\"slices\":[]}}}");
        Files.write(file, lines);
        ReportWriter.write(folder);
        assertThat(Files.readString(folder.resolve("comparison.md")))
                .contains("The warm-up ended before every target was level");
    }

    @Test
    void verdicts_are_invalid_where_a_finding_says_so() {
        RunRecord run = SampleRun.record();
        var finding = new Finding(
                "errors-differ",
                Finding.Severity.INVALIDATES,
                List.of("docker-address"),
                "Bodies differ.",
                "Another version answers.",
                "Compare the fingerprints.");
        Report report = Report.of(PlainRecord.with(List.of(finding), run));
        assertThat(report.results().judgements())
                .filteredOn(judgement -> judgement.reason().startsWith("Bodies differ."))
                .extracting(Judgement::claim)
                .extracting(Claim::text)
                .containsExactly("a container's address costs little", "addresses answer as fast");
    }

    @Test
    void names_file_line_and_fault_of_a_broken_line() throws IOException {
        replaceLine(4, "{\"round\":{\"target\":\"nobody\",\"number\":1}}");
        assertThatThrownBy(() -> RunRecord.read(file))
                .isInstanceOf(BrokenRecord.class)
                .hasMessageStartingWith(file + ", line 4: ");
    }

    @Test
    void refuses_a_line_in_the_middle_that_is_no_json() throws IOException {
        replaceLine(3, "{\"round\":{");
        assertThatThrownBy(() -> RunRecord.read(file)).hasMessageContaining("line 3: this is no JSON");
    }

    @Test
    void refuses_a_format_that_it_does_not_know() throws IOException {
        replaceLine(1, "{\"run\":{\"format\":99}}");
        assertThatThrownBy(() -> RunRecord.read(file))
                .hasMessageContaining("line 1: its format is 99, and this version of Versus reads formats 1 to 2");
    }

    @Test
    void refuses_a_file_without_a_header() throws IOException {
        Files.writeString(file, "{\"run\":{\"format\":1,\"ru");
        assertThatThrownBy(() -> RunRecord.read(file)).hasMessageContaining("expected the run's header");
    }

    @Test
    void refuses_a_round_told_twice() throws IOException {
        replaceLine(4, Files.readAllLines(file).get(2));
        assertThatThrownBy(() -> RunRecord.read(file)).hasMessageContaining("is there already");
    }

    private void replaceLine(int number, String line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(number - 1, line);
        Files.write(file, lines);
    }
}
