package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.StubServer;
import dev.versus.gatling.fixture.TwoTargets;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How gates decide a real run's exit code, and what a run leaves that is killed. */
class GatesIT {

    private static final int ASSERTIONS_FAILED = 2;

    @AutoClose
    private final StubServer server = StubServer.start();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aBrokenGateFailsGatlingAndTheOthersStillShow() {
        GatlingRun run = run("other=" + StubServer.deadAddress());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(run.line("gate: every round ended").ok()).isEqualTo(1);
        assertThat(run.line("gate: sound answers").ok()).isEqualTo(1);
        assertThat(run.line("gate: other answers").failed()).isEqualTo(1);
        assertThat(run.out()).contains("BROKEN       gate: other answers");
        assertThat(verdicts(run.results())).startsWith("CONFIRMED", "REFUTED");
        assertThat(run.rounds()).hasSize(2 * 3);
    }

    @Test
    void anUndecidedGatePassesUnlessTheRunIsStrict() {
        GatlingRun lenient = run();
        assertThat(lenient.exitCode()).as(lenient.out() + lenient.err()).isZero();
        assertThat(verdicts(lenient.results()))
                .hasSize(4)
                .startsWith("CONFIRMED", "CONFIRMED")
                .element(2)
                .asString()
                .isIn("INCONCLUSIVE", "INVALID");
    }

    @Test
    void aRunEndsAtALookOnceItsClaimsAreDecided() {
        GatlingRun run = run("rounds=30", "requests=400");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.rounds().size()).isIn(14 * 3, 25 * 3);
        assertThat(run.results().at("/extent/stopped").asText()).isIn("STOP_DECIDED", "STOP_PRECISE");
        assertThat(run.out()).contains("rounds were enough").contains("round 6 of at most 30: ");
        assertThat(run.line("gate: every round ended").ok()).isEqualTo(1);
    }

    @Test
    void anUndecidedGateFailsAStrictRun() {
        GatlingRun strict = run("strict");
        assertThat(strict.exitCode()).as(strict.out() + strict.err()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(strict.line("gate: they are alike").failed()).isEqualTo(1);
    }

    @Test
    void aKilledRunKeepsEveryRoundThatHadEnded() throws InterruptedException {
        try (GatlingProcess gatling = start(server.address(), "requests=200", "rounds=30")) {
            while (gatling.isAlive() && roundsIn(gatling.soFar()) < 3) {
                Thread.sleep(20);
            }
            gatling.kill();
            assertThat(gatling.end().exitCode()).isEqualTo(128 + 9);
            assertThat(gatling.soFar().file("rounds.jsonl").orElse("")).endsWith("}\n");
            assertThat(gatling.soFar().rounds())
                    .hasSizeBetween(3, 30 * 3 - 1)
                    .allMatch(round -> round.measurement().answered() == 200);
            assertThat(gatling.soFar().file("results.json")).isEmpty();
        }
    }

    private static long roundsIn(GatlingRun run) {
        return run.file("rounds.jsonl")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("{\"round\""))
                .count();
    }

    private GatlingRun run(String... more) {
        try (GatlingProcess gatling = start(server.address(), more)) {
            return gatling.end();
        }
    }

    private GatlingProcess start(URI url, String... more) {
        List<String> settings = new java.util.ArrayList<>(List.of("url=" + url, "allow=127.0.0.1", "warmUp=1s"));
        settings.addAll(List.of(more));
        return GatlingProcess.start(TwoTargets.class, folder, settings.toArray(String[]::new));
    }

    private static List<String> verdicts(JsonNode results) {
        return results.get("judgements").findValuesAsText("verdict");
    }
}
