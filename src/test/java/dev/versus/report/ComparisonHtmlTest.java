package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Json;
import dev.versus.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ComparisonHtmlTest {

    private static final String HTML = ComparisonHtml.of(Report.of(SampleRun.record()));
    private static final Document PAGE = Jsoup.parse(HTML);

    @Test
    void its_sections_come_in_the_order_of_a_readers_questions() {
        assertThat(PAGE.select("main h2").eachText())
                .containsExactly(
                        "Claims and verdicts",
                        "Slower, dearer",
                        "What to do",
                        "What causes the difference",
                        "Published figures beside the measured ones",
                        "Ratios and their intervals",
                        "Latency and throughput",
                        "Round by round",
                        "CPU time and memory",
                        "Warm-up",
                        "The ruler",
                        "Diagnostics",
                        "Machine and fingerprints",
                        "Run it again");
    }

    @Test
    void every_claim_shows_its_verdict_as_a_word_and_a_mark() {
        assertThat(PAGE.select(".claim .verdict").eachText())
                .containsExactly(
                        "✗refuted", "✓confirmed", "?inconclusive", "✗broken", "!invalid", "✓confirmed", "✓confirmed");
    }

    @Test
    void every_compared_pair_shows_its_speed_and_its_cost() {
        assertThat(PAGE.select(".side-by-side tbody tr").eachText())
                .containsExactly(
                        "docker-published namespaces"
                                + " slower by 37.0 % throughput 0.630 × [0.620 to 0.642] at 95.1 %, in turns"
                                + " dearer by 6 % cpu-per-request 1.06 × in turns",
                        "docker-address namespaces"
                                + " slower by 3.7 % throughput 0.963 × [0.948 to 0.977] at 95.1 %, in turns"
                                + " no difference in cost told, within ±0 % cpu-per-request 1 × in turns");
    }

    @Test
    void what_is_not_well_is_told_first() {
        assertThat(PAGE.select("header [role=alert] li").eachText())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Gate broken: “no request fails”");
    }

    @Test
    void a_diagnostic_that_an_invalid_claim_names_is_not_told_again() {
        RunRecord run = SampleRun.record();
        Finding finding = new Finding(
                "cpu-steal",
                Finding.Severity.INVALIDATES,
                List.of("docker-published", "namespaces"),
                "12 % of the CPU time was stolen",
                "a neighbour",
                "a quieter machine");
        RunRecord disturbed = PlainRecord.with(List.of(finding), run);
        Document page = Jsoup.parse(ComparisonHtml.of(Report.of(disturbed)));
        assertThat(page.select("header [role=alert] li").eachText())
                .filteredOn(alert -> alert.contains(finding.symptom()))
                .isNotEmpty()
                .noneMatch(alert -> alert.startsWith("Diagnostic"));
    }

    @Test
    void an_unsupported_percentile_says_why() {
        Element cell = PAGE.expectFirst("td.none[title]");
        assertThat(cell.attr("title")).isEqualTo("a p99.9 needs 30,000 answered requests, and there are 10,000");
        assertThat(cell.ownText()).isEqualTo("–");
    }

    @Test
    void every_chart_has_a_label_and_data() throws Exception {
        assertThat(PAGE.select(".chart")).hasSize(8).allSatisfy(chart -> {
            assertThat(chart.attr("role")).isEqualTo("img");
            assertThat(chart.attr("aria-label")).isNotBlank();
        });
        var numbers = Json.lines().readTree(PAGE.select("#numbers").html());
        assertThat(numbers.path("ratios")).hasSize(3);
        assertThat(numbers.path("percentiles")).hasSize(3);
        assertThat(numbers.path("rounds")).hasSize(30);
    }

    @Test
    void fingerprints_that_differ_are_marked() {
        assertThat(PAGE.select("tr.differs").eachText())
                .containsExactly("product-service ≠ program.version 3.11.2 3.11.9 3.11.9");
        assertThat(PAGE.select("tr.same")).hasSize(3);
    }

    @Test
    void network_and_block_io_stand_beside_the_cpu_time_of_their_service() {
        assertThat(PAGE.select("#flows tbody tr").eachText())
                .containsExactly("product-service-1 205 4,906 0 8.00 0 205 4,906 0 8.00 0.02 205 4,906 0 8.00 0");
        assertThat(PAGE.select("#chart-network")).hasSize(1);
    }

    @Test
    void the_step_that_carries_a_difference_is_named_with_its_diagnostic() {
        assertThat(PAGE.select("p.cause").eachText())
                .singleElement()
                .asString()
                .contains("the step to a published port (docker-published relative to docker-address")
                .contains("the diagnostic userland-proxy tells why");
        assertThat(PAGE.select("table.causes tbody tr")).hasSize(3);
    }

    @Test
    void a_recommendation_tells_what_decided_it() {
        assertThat(PAGE.select("section[aria-labelledby=recommended] li").eachText())
                .containsExactly("recommended: use the address of the container. "
                        + "a container's address costs little, confirmed: 0.963 × [0.948 to 0.977].");
    }

    @Test
    void published_figures_stand_beside_ours() {
        assertThat(PAGE.select(".published caption").eachText()).containsExactly("Key metrics", "Resources");
        assertThat(PAGE.select(".published tbody tr").eachText())
                .hasSize(6)
                .contains("Requests per second Difference -46% 0.630 × (−37.0 %) 0.620 to 0.642 "
                        + "1.17 × (1.15 to 1.19) higher throughput of docker-published relative to namespaces")
                .contains("Disk Docker 5 GB – – not measured here");
    }

    @Test
    void says_how_to_run_it_again_in_words_that_a_shell_takes() {
        assertThat(PAGE.expectFirst("pre"))
                .extracting(Element::text)
                .asString()
                .contains("-Dgatling.simulationClass=dev.versus.simulations.NamespacesVsDocker")
                .contains("'-Dversus.note=it'\\''s quiet'")
                .contains("-Dversus.rounds=10 -Dversus.seed=415306026");
    }

    @Test
    void needs_nothing_but_itself() {
        assertThat(PAGE.select("[src], link, iframe, object, embed, base, form"))
                .isEmpty();
        assertThat(PAGE.select("a[href]").eachAttr("href"))
                .noneMatch(link -> link.contains(":") || link.startsWith("//"));
        assertThat(PAGE.select("style").html()).doesNotContain("url(", "@import");
        assertThat(PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(HTML.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500_000);
    }

    @Test
    void a_claim_is_text_whatever_it_says() {
        String words = "</script><script>alert('\"x\"')</script> & <img src=x onerror=alert(1)>";
        RunRecord run = SampleRun.record(
                List.of(SampleRun.claim(words, SampleRun.throughput("docker-address"), SampleRun.atLeast(0.9))));
        Document page = Jsoup.parse(ComparisonHtml.of(Report.of(run)));
        assertThat(page.select("script")).hasSize(3);
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select(".claim h3").text()).startsWith(words);
        assertThat(page.select("#numbers").html()).doesNotContain("<");
    }

    @Test
    void a_run_killed_before_its_first_round_still_has_a_page() {
        RunRecord run = SampleRun.record();
        RunRecord killed = PlainRecord.killed(run.run());
        Document page = Jsoup.parse(ComparisonHtml.of(Report.of(killed)));
        assertThat(page.select("#targets + p").text())
                .isEqualTo("No round ended on every target, so there are no figures.");
    }
}
