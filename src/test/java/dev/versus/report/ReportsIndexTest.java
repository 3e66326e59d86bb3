package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsIndexTest {

    private static final String GATLING = """
            <html><body><div class="nav spacer"></div>
                <a class="gatling-documentation" href="docs">Documentation</a></body></html>
            """;

    @TempDir
    Path reports;

    @Test
    void lists_runs_newest_first_and_passes_over_what_is_none() throws IOException {
        Path good = run("b run");
        Files.writeString(Files.createDirectory(reports.resolve("broken")).resolve("results.json"), "{");
        Files.writeString(Files.createDirectory(reports.resolve("foreign")).resolve("results.json"), "[1, 2]");
        Files.createDirectory(reports.resolve("empty"));
        Files.writeString(reports.resolve("README.md"), "not a folder");
        Files.writeString(good.resolve("index.html"), GATLING);

        Document page = written();

        assertThat(page.select("tbody th").eachText())
                .containsExactly("Namespaces vs Docker b run", "broken", "foreign");
        assertThat(page.expectFirst("tbody tr").select("a").eachAttr("href"))
                .containsExactly("./b%20run/comparison.html", "./b%20run/index.html");
        assertThat(page.expectFirst("tbody tr").select(".verdict").eachText())
                .containsExactly("✓3 confirmed", "✗1 refuted", "✗1 broken", "?1 inconclusive", "!1 invalid");
        assertThat(page.text()).contains("its results.json cannot be read");
        assertThat(Files.readString(good.resolve("index.html"))).contains("href=\"comparison.html\"");
    }

    @Test
    void says_so_when_there_is_no_run() throws IOException {
        assertThat(written().text()).contains("No run has left its results here yet");
    }

    @Test
    void the_link_in_gatlings_page_is_added_once() throws IOException {
        Path page = Files.writeString(reports.resolve("index.html"), GATLING);
        assertThat(GatlingLink.add(page)).isTrue();
        String once = Files.readString(page);
        assertThat(GatlingLink.add(page)).isTrue();
        assertThat(Files.readString(page)).isEqualTo(once);
        assertThat(Jsoup.parse(once).select("a").eachText()).containsExactly("Comparison by Versus", "Documentation");
    }

    @Test
    void a_page_of_unknown_shape_stays_as_it_is() throws IOException {
        Path page = Files.writeString(reports.resolve("index.html"), "<html>something else</html>");
        assertThat(GatlingLink.add(page)).isFalse();
        assertThat(GatlingLink.add(reports.resolve("missing.html"))).isFalse();
        assertThat(Files.readString(page)).isEqualTo("<html>something else</html>");
    }

    private Path run(String name) throws IOException {
        Path folder = Files.createDirectory(reports.resolve(name));
        SampleRun.write(SampleRun.record(), folder);
        ReportWriter.write(folder);
        return folder;
    }

    private Document written() throws IOException {
        ReportsIndex.write(reports);
        return Jsoup.parse(Files.readString(reports.resolve("index.html")));
    }
}
