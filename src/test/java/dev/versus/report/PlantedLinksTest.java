package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.InvalidInput;
import dev.versus.environment.host.RootUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that somebody has planted in a run's folder before its reports are written. */
@DisabledOnOs(OS.WINDOWS)
class PlantedLinksTest {

    private static final int SOMEBODY_ELSE = 65_534;
    private static final String GATLING = "<html><a class=\"gatling-documentation\" href=\"docs\">…</a></html>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path reports;

    @SuppressWarnings("NullAway.Init")
    private Path run;

    @SuppressWarnings("NullAway.Init")
    private Path precious;

    @BeforeEach
    void makeRun() throws IOException {
        run = Files.createDirectory(reports.resolve("run"));
        precious = Files.writeString(reports.resolve("precious"), "precious");
        SampleRun.write(SampleRun.record(), run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comparison.html", "comparison.md", "junit.xml", "results.json"})
    void a_report_takes_the_place_of_a_link_and_leaves_its_target_alone(String name) throws IOException {
        Files.createSymbolicLink(run.resolve(name), precious);
        Files.createSymbolicLink(run.resolve(name + ".part"), precious);

        ReportWriter.write(run);

        assertThat(precious).hasContent("precious");
        assertThat(Files.isRegularFile(run.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(run).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void the_list_of_runs_takes_the_place_of_a_link_too() throws IOException {
        Files.createSymbolicLink(reports.resolve("index.html"), precious);

        ReportsIndex.write(reports);

        assertThat(precious).hasContent("precious");
    }

    @Test
    void no_link_is_added_to_a_page_elsewhere() throws IOException {
        Path elsewhere = Files.createDirectory(reports.resolve("elsewhere"));
        Path page = Files.writeString(elsewhere.resolve("index.html"), GATLING);
        Files.createSymbolicLink(reports.resolve("linked"), elsewhere);
        Files.createSymbolicLink(run.resolve("index.html"), page);

        assertThat(GatlingLink.add(run.resolve("index.html"))).isFalse();
        assertThat(GatlingLink.add(reports.resolve("linked").resolve("index.html")))
                .isFalse();
        assertThat(page).hasContent(GATLING);
    }

    @Test
    void a_folder_that_is_a_link_is_refused() throws IOException {
        Path elsewhere = Files.createDirectory(reports.resolve("elsewhere"));
        Files.createSymbolicLink(run.resolve("logs"), elsewhere);

        assertThatThrownBy(() -> Links.makeFolder(run, Path.of("logs", "process")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The folder " + run.resolve("logs")
                        + " is a link, and a run writes into its own folder alone; remove the link.");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_record_is_read_through_ones_own_link_and_not_through_somebody_elses() throws IOException {
        Path record = run.resolve("rounds.jsonl");
        Path moved = Files.move(record, reports.resolve("moved.jsonl"));
        Files.createSymbolicLink(record, moved);
        assertThat(ReportWriter.write(run).targets()).isNotEqualTo(List.of());

        assumeTrue(RootUser.isRunning(), "giving a link to somebody else needs root");
        Files.setAttribute(record, "unix:uid", SOMEBODY_ELSE, LinkOption.NOFOLLOW_LINKS);
        assertThatThrownBy(() -> ReportWriter.write(run))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rounds.jsonl is a link that belongs to the user")
                .hasMessageContaining("put a copy of the file in its place");
    }
}
