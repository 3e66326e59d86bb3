package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.OneAgainstAnother;
import dev.versus.gatling.fixture.StubServer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How gates on speed answer for targets that do not serve. */
class UnservedGatesIT {

    private static final int ASSERTIONS_FAILED = 2;
    private static final int ROUNDS = 8;

    @AutoClose
    private final StubServer server = StubServer.start();

    @AutoClose
    private final StubServer other = StubServer.start();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_dead_target_breaks_every_gate_on_its_speed() {
        assertBroken(run(StubServer.deadAddress(), "/plain"), "other answered no request in 8 of 8 rounds (");
    }

    @Test
    void a_target_that_answers_503_to_all_breaks_every_gate_on_its_speed() {
        assertBroken(
                run(other.address(), "/unavailable"),
                "other answered no request in 8 of 8 rounds (320 unexpected status (503 × 320)):");
    }

    @Test
    void a_target_that_dies_at_half_time_breaks_every_gate_on_its_speed() throws InterruptedException {
        try (GatlingProcess gatling = start(other.address(), "/steady")) {
            while (gatling.isAlive() && roundsOfOther(gatling.soFar()) < ROUNDS / 2) {
                Thread.sleep(20);
            }
            other.close();
            assertBroken(gatling.end(), "other answered no request in ");
        }
    }

    @Test
    void the_last_line_says_how_many_gates_are_not_decided_and_why() {
        GatlingRun run = run(other.address(), "/plain", "rounds=2");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(lastLine(run))
                .startsWith("versus: 3 gates: 3 NOT DECIDED, which breaks the build only under -Dversus.strict ('")
                .containsPattern("'other keeps up' is (inconclusive|invalid): .+");
    }

    private static void assertBroken(GatlingRun run, String sentence) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(run.line("gate: other is quick").failed()).isEqualTo(1);
        assertThat(run.line("gate: other keeps up").failed()).isEqualTo(1);
        assertThat(run.out()).contains("BROKEN       gate: other keeps up");
        assertThat(lastLine(run))
                .contains("2 BROKEN (")
                .contains("'other is quick' is broken: " + sentence)
                .contains("'other keeps up' is broken: " + sentence);
    }

    private static String lastLine(GatlingRun run) {
        return run.out().lines().reduce("", (earlier, later) -> later);
    }

    private static long roundsOfOther(GatlingRun run) {
        return run.file("rounds.jsonl")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("{\"round\":{\"target\":\"other\""))
                .count();
    }

    private GatlingRun run(URI address, String path, String... more) {
        try (GatlingProcess gatling = start(address, path, more)) {
            return gatling.end();
        }
    }

    private GatlingProcess start(URI address, String path, String... more) {
        String[] settings = new String[more.length + 5];
        settings[0] = "url=" + server.address();
        settings[1] = "other=" + address;
        settings[2] = "ofOther=" + path;
        settings[3] = "allow=127.0.0.1";
        settings[4] = "warmUp=1s";
        System.arraycopy(more, 0, settings, 5, more.length);
        return GatlingProcess.start(OneAgainstAnother.class, folder, settings);
    }
}
