package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.Json;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report gives figures or sentences, however little a run measured: few requests of one user, all alike, without CPU time. */
class FewRequestsTest {

    private static final List<String> METRICS = List.of(
            "throughput",
            "duration",
            "mean",
            "p50",
            "p99",
            "error-rate",
            "reliability",
            "error-rate-timeout",
            "failures",
            "cpu-per-request",
            "memory",
            "cpu:web",
            "memory:web",
            "capacity");

    /** The names of what is no number, and a zero with a sign; in words of their own, not within others. */
    private static final Pattern NO_FIGURE =
            Pattern.compile("\\bNaN\\b|Infinity|∞|(?<![\\w.,-])[-−]0(?:\\.0+)?(?![\\w.,-])");

    private static final Pattern SCRIPT = Pattern.compile("<script>.*?</script>|<style>.*?</style>", Pattern.DOTALL);

    /** What two targets measured in a round. */
    record Few(String name, int rounds, IntFunction<Measurement> a, IntFunction<Measurement> b) {

        @Override
        public String toString() {
            return rounds + " rounds, " + name;
        }
    }

    private static Measurement answers(int requests, double cpuSeconds) {
        return MadeUp.answers(
                requests, 1_000, new CpuTimes(Map.of(CpuTimes.GENERATOR, cpuSeconds, "web-1", cpuSeconds)));
    }

    private static Measurement alone(int requests) {
        return MadeUp.answers(requests, 1_000, new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.01)));
    }

    static Stream<Few> runs() {
        return IntStream.of(1, 2, 5, 6, 7, 10, 14, 20)
                .boxed()
                .flatMap(rounds -> Stream.of(
                        new Few("one request each", rounds, n -> answers(1, 0.01), n -> answers(1, 0.01)),
                        new Few("two and three requests", rounds, n -> answers(2, 0.01), n -> answers(3, 0.02)),
                        new Few("no CPU time", rounds, n -> answers(3, 0), n -> answers(1, 0)),
                        new Few(
                                "CPU time in some rounds",
                                rounds,
                                n -> answers(3, n % 2 * 0.01),
                                n -> answers(3, 0.01)),
                        new Few("no service known", rounds, n -> alone(2), n -> answers(2, 0.01)),
                        new Few("no answer of one", rounds, n -> answers(2, 0.01), n -> MadeUp.refusals(2)),
                        new Few("no answer at all", rounds, n -> MadeUp.refusals(1), n -> MadeUp.refusals(1)),
                        new Few("no request at all", rounds, n -> MadeUp.refusals(0), n -> answers(1, 0.01)),
                        new Few(
                                "an answer now and then",
                                rounds,
                                n -> n % 3 == 0 ? MadeUp.refusals(1) : answers(1, 0.01),
                                n -> answers(1, 0.01).plus(MadeUp.refusals(n % 2))),
                        new Few("latency of nothing", rounds, n -> MadeUp.answers(100, 0), n -> answers(100, 0.01)),
                        new Few(
                                "a hair apart",
                                rounds,
                                n -> MadeUp.answers(60, 1_000 + n % 2),
                                n -> MadeUp.answers(60, 1_000))));
    }

    private static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (String id : METRICS) {
            Subject.Value value = new Subject.Value(Metric.named(id), "b");
            Subject.Ratio ratio = value.relativeTo(() -> "a");
            Subject.Difference difference = value.minus(() -> "a");
            Stream.of(
                            value.isAtMost(1.0),
                            value.isAtLeast(0),
                            value.isAbout(1),
                            ratio.isAtMost(1),
                            ratio.isEquivalent(),
                            difference.isAtMost(0),
                            difference.isEquivalent(0.1),
                            new Subject.MeanRatio(List.of(ratio, ratio)).isAtLeast(1))
                    .forEach(statement -> claims.add(claim(statement, claims.size())));
        }
        return claims;
    }

    private static Claim claim(Statement statement, int number) {
        return new Claim(number + ": " + statement.describe(), statement, number % 2 == 0);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void no_report_shows_what_is_no_figure(Few few) throws IOException {
        RunOfFew run = new RunOfFew().claiming(claims());
        for (int number = 1; number <= few.rounds(); number++) {
            run.round("a", number, few.a().apply(number))
                    .round("b", number, few.b().apply(number));
        }
        Report report = run.report();
        String json = ResultsJson.of(report.results());
        assertFigures("the console", ConsoleSummary.of(report.results()));
        assertFigures("the last line", GatesLine.of(report.results()));
        assertFigures("comparison.md", ComparisonMarkdown.of(report));
        assertFigures(
                "comparison.html", SCRIPT.matcher(ComparisonHtml.of(report)).replaceAll(""));
        assertFigures("junit.xml", JUnitXml.of(report));
        assertFigures("results.json", json);
        assertNumbers(Json.lines().readTree(json));
        assertThat(report.results().judgements())
                .allSatisfy(judgement ->
                        assertThat(judgement.reason()).isNotBlank().doesNotContain("Pair ", "about 0 rounds"));
    }

    private static void assertFigures(String where, String text) {
        assertThat(NO_FIGURE
                        .matcher(text)
                        .results()
                        .map(found -> around(text, found.start()))
                        .toList())
                .as(where)
                .isEmpty();
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 100), Math.min(text.length(), place + 40));
    }

    private static void assertNumbers(JsonNode node) {
        if (node.isNumber()) {
            assertThat(node.asDouble()).isFinite();
            assertThat(node.asText()).doesNotStartWith("-0.0E").isNotEqualTo("-0.0");
        }
        node.forEach(FewRequestsTest::assertNumbers);
    }
}
