package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    private static void assertRefused(CommandLineRun run, String sentence) {
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToNormalizingNewlines(sentence + "\n");
    }

    @Test
    void tells_its_version() {
        CommandLineRun run = CommandLineRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .matches("(?s)versus \\d+\\.\\d+\\.\\d+.*Java "
                        + Runtime.version().feature() + ".*");
    }

    @Test
    void without_a_command_it_shows_those_that_there_are() {
        CommandLineRun run = CommandLineRun.of();
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("report", "gc", "up");
    }

    @Test
    void a_command_that_there_is_not_gets_one_sentence() {
        assertRefused(
                CommandLineRun.of("reprot"), "Versus: Unmatched argument at index 0: 'reprot': see versus --help.");
    }

    @Test
    void a_missing_argument_gets_one_sentence() {
        assertRefused(
                CommandLineRun.of("report"),
                "Versus: Missing required parameter: '<run-folder>': see versus report --help.");
    }

    @Test
    void a_folder_that_is_no_run_gets_one_sentence() {
        assertRefused(
                CommandLineRun.of("report", folder.toString()),
                "Versus: " + folder + " holds no rounds.jsonl: expected a run's folder, such as reports/<run>.");
    }

    @Test
    void a_broken_record_gets_one_sentence_and_leaves_no_report() throws IOException {
        Path file = Files.writeString(folder.resolve("rounds.jsonl"), "{\"run\":{\"format\":99}}\n");
        assertRefused(
                CommandLineRun.of("report", folder.toString()),
                "Versus: " + file + ", line 1: its format is 99, and this version of Versus reads formats 1 to 2:"
                        + " use the version that wrote it");
        assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("comparison.html"));
    }

    @Test
    void where_no_run_was_killed_there_is_nothing_to_remove() {
        CommandLineRun run = CommandLineRun.of("gc", "--state", folder.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines("nothing to remove: no killed run has left anything in " + folder + "\n");
    }

    @Test
    void a_system_that_there_is_not_gets_one_sentence() {
        CommandLineRun run = CommandLineRun.of("up", "shpo");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).startsWith("Versus: ").contains("shpo").hasLineCount(1);
    }

    @Test
    void an_environment_that_there_is_not_gets_one_sentence() {
        CommandLineRun run = CommandLineRun.of("up", "shop", "--environment", "moon");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .startsWith("Versus: There is no environment 'moon'")
                .hasLineCount(1);
    }
}
