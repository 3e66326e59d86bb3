package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.StubServer;
import dev.versus.gatling.fixture.TwoTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports made anew from what a real run has left. */
class ReportCommandIT {

    private static final String SEVENTH = "\"number\":7,";

    @AutoClose
    private final StubServer server = StubServer.start();

    @Test
    void a_run_killed_in_its_seventh_round_gives_an_honest_report_of_six(@TempDir Path folder) throws IOException {
        GatlingRun whole = GatlingProcess.run(
                TwoTargets.class, folder, "url=" + server.address(), "allow=127.0.0.1", "warmUp=1s", "rounds=10");
        assertThat(whole.exitCode()).as(whole.out() + whole.err()).isZero();
        Path killed = Files.createDirectories(folder.resolve("killed").resolve("some-run"));
        Files.writeString(
                killed.resolve("rounds.jsonl"), cut(whole.file("rounds.jsonl").orElseThrow()));

        CommandLineRun run = CommandLineRun.of("report", killed.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("The run ended early: 6 of 10 planned rounds ended, and verdicts rest on these alone.")
                .contains("comparison.html");
        assertThat(Files.readString(killed.resolve("comparison.html")))
                .contains("6 of 10 planned")
                .contains("The run ended early");
        assertThat(Files.readString(killed.resolve("comparison.md"))).contains("1 more turn ended in a round");
        assertThat(Files.readString(killed.resolve("junit.xml"))).contains("type=\"incomplete\"");
        assertThat(Files.readString(killed.resolve("results.json")))
                .contains("\"ended\" : 6")
                .doesNotContain("\"stopped\"");
        assertThat(Files.readString(folder.resolve("killed").resolve("index.html")))
                .contains("6 of 10 rounds ended");
    }

    /** The record up to the middle of the second turn of round 7. */
    private static String cut(String record) {
        List<String> lines = record.lines().toList();
        int[] seventh = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith("{\"round\"")
                        && lines.get(line).contains(SEVENTH))
                .toArray();
        assertThat(seventh).hasSize(3);
        String half = lines.get(seventh[1]).substring(0, lines.get(seventh[1]).length() / 2);
        return String.join("\n", lines.subList(0, seventh[1])) + "\n" + half;
    }
}
