package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Json;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SweepsTest {

    private static final Report REPORT = SampleSweeps.report();
    private static final Document PAGE = Jsoup.parse(ComparisonHtml.of(REPORT));

    @Test
    void the_section_is_sealed() throws IOException {
        Golden.assertSame(
                "sweeps.html",
                PAGE.expectFirst("section[aria-labelledby=sweeps]").outerHtml() + "\n");
    }

    @Test
    void every_point_stands_in_the_table_too() {
        assertThat(PAGE.select("section[aria-labelledby=sweeps] tbody tr"))
                .hasSize(8 + 7)
                .first()
                .asString()
                .matches("(?s).*1.02 kB.*16,\\d+ \\[.* to .*\\].*0\\.8\\d+ \\[.*");
        assertThat(PAGE.select("svg.sweep"))
                .hasSize(2)
                .allSatisfy(chart -> assertThat(chart.expectFirst("desc").text())
                        .startsWith("Series over ")
                        .endsWith("The table below holds the same figures."));
    }

    @Test
    void the_console_and_markdown_tell_each_answer_in_a_line() {
        assertThat(REPORT.results().sweepSentences()).hasSize(4).allSatisfy(sentence -> {
            assertThat(ConsoleSummary.of(REPORT.results())).contains("\nsweep        " + sentence + "\n");
            assertThat(ComparisonMarkdown.of(REPORT)).contains("\n- " + sentence + "\n");
        });
    }

    @Test
    void results_json_keeps_everything_and_reads_back_as_it_was() throws IOException {
        String json = ResultsJson.of(REPORT.results());
        assertThat(Json.lines().readValue(json, Results.class)).isEqualTo(REPORT.results());
        var crossing = Json.lines().readTree(json).at("/sweeps/0/crossover/crossings/0");
        assertThat(crossing.path("value").asDouble())
                .isBetween(
                        crossing.at("/interval/lower").asDouble(),
                        crossing.at("/interval/upper").asDouble());
    }
}
