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
        GatlingRun run = run(folder);
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

    private static void tellsOfStartsAndTheControl(JsonNode results) {
        assertThat(results.get("restarts")).hasSize(2);
        assertThat(results.get("judgements").findValuesAsText("text"))
                .containsExactly("other keeps up with one", "one agrees with itself in throughput");
        assertThat(results.get("targets").findValuesAsText("target"))
                .containsExactly("one", "other", "one again");
    }

    private static GatlingRun run(Path folder) {
        return GatlingProcess.run(
                TwoNullServers.class,
                folder,
                "rounds=6",
                "restarts=2",
                "state=" + folder.resolve("state"),
                "warmUp=1s");
    }

    private static List<String> lines(GatlingRun run, String kind) {
        return run.file("rounds.jsonl")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("{" + kind))
                .toList();
    }
}
