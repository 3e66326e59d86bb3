package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.benchmarks.InjectedCost;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of which one burns half as much CPU time again for each request. */
class DuetsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void equalSharesNeedCgroups() {
        assumeThat(ReplicaGroups.onThisHost("versus-test").canBeMade())
                .as("cgroups can be made here, which takes root")
                .isTrue();
    }

    private GatlingRun run(String... settings) {
        return GatlingProcess.run(InjectedCost.class, folder, settings);
    }

    @Test
    void a_request_s_cost_is_read_while_both_targets_are_loaded_at_once() {
        GatlingRun run = run("extra=50", "budget=8s", "warmUp=8s", "state=" + folder.resolve("state"));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        JsonNode cost = run.results().get("judgements").get(0);
        assertThat(cost.get("basis").asText()).isEqualTo("duets");
        assertThat(cost.get("estimate").get("value").asDouble()).isBetween(1.3, 1.7);
        assertThat(run.file("rounds.jsonl").orElseThrow()).contains("{\"duet\":{\"round\":1,");
    }

    @Test
    void turns_alone_tell_it_where_duets_are_left_out() {
        GatlingRun run = run("extra=50", "budget=4s", "warmUp=4s", "duets=false", "state=" + folder.resolve("state"));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.results().get("judgements").get(0).get("basis").asText()).isEqualTo("turns");
        assertThat(run.file("rounds.jsonl").orElseThrow()).doesNotContain("{\"duet\"");
    }
}
