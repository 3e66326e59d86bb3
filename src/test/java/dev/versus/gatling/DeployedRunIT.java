package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.simulations.LoadFixedRequests;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that launch a system of their own: what they measure of it, and what is left when they are killed. */
class DeployedRunIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String[] settings(String... more) {
        List<String> usual = List.of(
                "system=ruler", "service=null-server", "path=/", "warmUp=1s", "state=" + folder.resolve("state dir"));
        return Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private static Set<Long> servicesOf(ProcessHandle owner) {
        return owner.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void measuresCpuAndMemoryOfTheServicesAndKeepsTheirLogs() {
        GatlingRun run = GatlingProcess.run(LoadFixedRequests.class, folder, settings("rounds=6", "requests=2000"));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        JsonNode target = run.results().get("targets").get(0);
        assertThat(target.get("answered").asLong()).isEqualTo(12_000);
        assertThat(target.get("cpu").get("null-server-1").asDouble()).isPositive();
        assertThat(run.rounds())
                .allSatisfy(round -> assertThat(round.measurement().used().memoryBytes())
                        .hasEntrySatisfying(
                                "null-server-1", bytes -> assertThat(bytes).isPositive()));
        assertThat(run.results().get("run").get("launchSeconds").asDouble()).isPositive();
        assertThat(run.rounds())
                .allSatisfy(round ->
                        assertThat(round.measurement().used().accounts()).containsOnlyKeys("null-server-1"));
        assertThat(run.file("rounds.jsonl").orElseThrow()).contains("\"program.name\":\"java\"");
        assertThat(run.file("logs/ruler-in-process-0/null-server-1.log")).isPresent();
        assertThat(run.file("comparison.html")).isPresent();
    }

    @Test
    void theNextStartRemovesWhatAKilledRunHasLeft() throws Exception {
        Set<Long> left;
        try (GatlingProcess killed =
                GatlingProcess.start(LoadFixedRequests.class, folder, settings("rounds=30", "requests=20000"))) {
            while (killed.isAlive() && killed.soFar().rounds().size() < 3) {
                Thread.sleep(50);
            }
            left = servicesOf(killed.handle());
            killed.kill();
            killed.end();
        }
        assertThat(left).hasSize(1).allMatch(DeployedRunIT::isAlive);

        GatlingRun next = GatlingProcess.run(LoadFixedRequests.class, folder, settings("rounds=1", "requests=100"));
        assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
        assertThat(left).noneMatch(DeployedRunIT::isAlive);
    }
}
