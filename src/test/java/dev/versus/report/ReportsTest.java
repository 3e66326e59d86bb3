package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Json;
import dev.versus.measurement.Machine;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.Figure;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.IsAtMost;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of one made-up run, held against the files beside this test. */
class ReportsTest {

    private static final Metrics METRICS = new Metrics();

    /** What the made-up run claims. */
    private static final class Metrics {
        private final Subject ratio = new Subject.Ratio(Figure.THROUGHPUT, "published", "direct");
        private final Subject failures = new Subject.Value(Figure.FAILURES, "dead");
        private final Subject mean = new Subject.Value(Figure.MEAN, "dead");

        List<Claim> claims() {
            return List.of(
                    new Claim("publishing costs less than half", new Statement(ratio, new IsAtLeast(0.5)), true),
                    new Claim("nothing fails", new Statement(failures, new IsAtMost(0)), true),
                    new Claim("the dead are quick", new Statement(mean, new IsAtMost(5)), false));
        }
    }

    private static Results results() {
        RunHeader header = header();
        RunRecord run = PlainRecord.of(header, Optional.of(warmUp()), rounds(), Fingerprints.none());
        return Report.of(run).results();
    }

    private static RunHeader header() {
        return new RunHeader(
                RunHeader.FORMAT,
                "made-up-20261101120000000",
                "dev.versus.MadeUp",
                Instant.parse("2026-11-01T12:00:00Z"),
                42,
                6,
                Optional.empty(),
                Map.of("warmUp", "6s", "allow", "127.0.0.1"),
                new Machine("Linux 6.1", "A CPU", 2, 4_096, "A JDK 25", List.of("-Xmx1g")),
                4.5,
                "shared",
                List.of(facts("direct"), facts("published"), facts("dead")),
                METRICS.claims(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static RunHeader.TargetFacts facts(String name) {
        return new RunHeader.TargetFacts(
                name,
                "web of shop in process",
                List.of(URI.create("http://127.0.0.1:80")),
                "100 × GET /",
                Optional.empty());
    }

    private static WarmUp warmUp() {
        return new WarmUp(
                false, 6.04, List.of(new WarmUp.Slice("direct", 12_345, 4_000, 1.5, 80, 0, OptionalDouble.empty())));
    }

    private static List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            rounds.add(MadeUp.round("direct", number, MadeUp.answers(100, 1_000 + number)));
            rounds.add(MadeUp.round("published", number, MadeUp.answers(100, 1_500 + number)));
            rounds.add(MadeUp.round("dead", number, MadeUp.refusals(7)));
        }
        return rounds;
    }

    private static String golden(String name) {
        try (InputStream file = ReportsTest.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theConsoleShowsTargetsThenVerdicts() {
        assertThat(ConsoleSummary.of(results())).isEqualTo(golden("summary.txt"));
    }

    @Test
    void theLastLineSumsUpTheGates() {
        assertThat(GatesLine.of(results()))
                .isEqualTo("versus: 2 gates: 1 confirmed, 1 BROKEN"
                        + " ('nothing fails' is broken: no value of the interval agrees with the claim)");
    }

    @Test
    void theLastLineSaysWhyAGateIsNotDecidedAndWhatThatMeansForTheBuild() {
        assertThat(GatesLine.of(Report.of(SampleRun.record()).results()))
                .endsWith(
                        ", 1 NOT DECIDED, which breaks the build only under -Dversus.strict ('the tail stays short' is invalid:"
                                + " a p99.9 needs 30,000 requests, and there are fewer: send more requests a round)");
        assertThat(GatesLine.of(
                        Report.of(SampleRun.record(Map.of("strict", ""))).results()))
                .contains(", 1 NOT DECIDED, which breaks the build under -Dversus.strict (");
    }

    @Test
    void everyReportShowsTheControl() {
        List<Claim> claims = new ArrayList<>(SampleRun.claims());
        claims.addAll(Control.claims("namespaces", claims));
        Report report = Report.of(SampleRun.record(claims));
        assertThat(ConsoleSummary.of(report.results()))
                .contains("control: namespaces agrees with itself in throughput");
        assertThat(ComparisonHtml.of(report))
                .contains("namespaces agrees with itself in throughput <span class=\"kind\">control</span>");
        assertThat(ComparisonMarkdown.of(report)).contains("namespaces agrees with itself in throughput (control)");
        assertThat(JUnitXml.of(report)).contains("name=\"control: namespaces agrees with itself in throughput\"");
    }

    @Test
    void theConsoleReadsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ConsoleSummary.of(results())).isEqualTo(golden("summary.txt"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theJsonDocumentIsWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        WholeFile.write(folder.resolve(Results.FILE), ResultsJson.of(results()));
        assertThat(folder).isDirectoryContaining(file -> file.endsWith(Results.FILE));
        assertThat(folder.resolve(Results.FILE + ".part")).doesNotExist();
    }

    @Test
    void theJsonDocumentReadsBackAsItWas(@TempDir Path folder) throws IOException {
        WholeFile.write(folder.resolve(Results.FILE), ResultsJson.of(results()));
        Results read = Json.lines().readValue(Files.readString(folder.resolve(Results.FILE)), Results.class);
        assertThat(read).isEqualTo(results());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "1 2, 1.5", "9 1 2, 2", "4 1 3 2, 2.5"})
    void aMedianIsTheMiddleOrBetweenTheTwoMiddleOnes(String values, double median) {
        double[] numbers = java.util.stream.Stream.of(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(Medians.of(numbers)).isEqualTo(median);
    }
}
