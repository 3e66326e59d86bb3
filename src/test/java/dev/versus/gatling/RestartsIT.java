package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.TwoNullServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real run of a real deployment, started anew twice, with its control. */
class RestartsIT {

    @Test
    void everyStartIsWarmedAndItsShareOfTheSpreadIsTold(@TempDir Path folder) {
        GatlingRun run = run(folder, "restarts=2");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.rounds())
                .hasSize(18)
                .allMatch(round -> round.measurement().answered() == 200);
        assertThat(lines(run, "\"restart\"")).hasSize(2);
        assertThat(lines(run, "\"stopped\""))
                .containsExactly("{\"stopped\":{\"rounds\":6,\"reason\":\"STOP_AT_CAP\"}}");
        assertThat(run.out()).contains("started anew before round 3").contains("round 6 of 6: one ");
        tellsOfStartsAndTheControl(run.results());
        assertThat(run.runFolders())
                .filteredOn(Files::isDirectory)
                .singleElement()
                .satisfies(kept ->
                        assertThat(kept.resolve("logs").resolve("start-2")).isNotEmptyDirectory());
    }

    @Test
    void aGateThatLooksBrokenIsDrawnAgainOnFreshStarts(@TempDir Path folder) {
        GatlingRun run = run(folder, "least=10");
        assertThat(run.out())
                .as(run.out() + run.err())
                .contains("'other takes as long as one' looks broken: starting anew, for a second draw of rounds");
        assertThat(lines(run, "\"round\"")).hasSize(18);
        assertThat(lines(run, "\"secondDraw\":{\"round\"")).hasSize(18);
        assertThat(run.results().at("/secondDraws/0/claim").asText()).isEqualTo("other takes as long as one");
        assertThat(run.out().lines().reduce("", (earlier, later) -> later))
                .contains(": refuted by the first draw (")
                .contains(" by the second, on fresh starts (");
        assertThat(run.runFolders())
                .filteredOn(Files::isDirectory)
                .allSatisfy(kept ->
                        assertThat(kept.resolve("logs").resolve("start-1")).isNotEmptyDirectory());
    }

    private static void tellsOfStartsAndTheControl(JsonNode results) {
        assertThat(results.get("restarts")).hasSize(2);
        assertThat(results.get("judgements").findValuesAsText("text"))
                .containsExactly("other takes as long as one", "one agrees with itself in mean");
        assertThat(results.get("targets").findValuesAsText("target")).containsExactly("one", "other", "one again");
    }

    private static GatlingRun run(Path folder, String more) {
        return GatlingProcess.run(
                TwoNullServers.class, folder, "rounds=6", more, "state=" + folder.resolve("state"), "warmUp=1s");
    }

    private static List<String> lines(GatlingRun run, String kind) {
        return run.file("rounds.jsonl")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("{" + kind))
                .toList();
    }
}
