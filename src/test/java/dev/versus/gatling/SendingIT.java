package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.RecordingServer;
import dev.versus.gatling.fixture.RecordingServer.Received;
import dev.versus.gatling.fixture.ShellRun;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches servers beyond single requests: sequences, and names that the JDK does not take for hosts. */
class SendingIT {

    private static final String LOAD =
            "./mvnw gatling:test -Dgatling.simulationClass=dev.versus.simulations.LoadFixedRequests";

    @AutoClose
    private final RecordingServer server = RecordingServer.at("127.0.0.1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static List<String> lastRound(RecordingServer server) {
        List<Received> all = server.received();
        return all.subList(all.size() - 40, all.size()).stream()
                .map(one -> one.uri() + one.body())
                .toList();
    }

    @Test
    void every_target_gets_the_same_requests_with_the_same_rows_in_the_same_order() throws IOException {
        Files.writeString(folder.resolve("rows.json"), "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]");
        try (RecordingServer other = RecordingServer.at("127.0.0.1")) {
            GatlingRun run = ShellRun.of(
                    "./mvnw gatling:test -Dgatling.simulationClass=dev.versus.gatling.fixture.TwoFed -Dversus.allow=127.0.0.1"
                            + " -Dversus.rows=rows.json -Dversus.url=http://127.0.0.1:" + server.port()
                            + " -Dversus.other=http://127.0.0.1:" + other.port(),
                    folder,
                    Map.of());
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(lastRound(server))
                    .isEqualTo(lastRound(other))
                    .contains("/a/1", "/a/2", "/a/3", "/b{\"id\": \"1\"}", "/b{\"id\": \"2\"}", "/b{\"id\": \"3\"}");
        }
    }

    @Test
    void a_host_name_may_have_an_underscore() throws IOException {
        String here = InetAddress.getLocalHost().getHostName();
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 shop_web localhost " + here + "\n");
        GatlingRun run = ShellRun.of(
                LOAD + " -Dversus.url=http://shop_web:" + server.port() + " -Dversus.allow=shop_web -Dversus.path=/",
                folder,
                Map.of("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(server.received())
                .extracting(one -> one.header("Host"))
                .hasSizeGreaterThan(999)
                .containsOnly("shop_web:" + server.port());
    }

    @Test
    void credentials_that_are_not_there_stop_a_run_before_it_starts() {
        GatlingRun run = ShellRun.of(
                LOAD + " -Dversus.url=http://127.0.0.1:" + server.port()
                        + " -Dversus.allow=127.0.0.1 -Dversus.credentials=bearer:NO_SUCH_TOKEN",
                folder,
                Map.of());
        assertThat(run.exitCode()).isEqualTo(Refusal.BAD_INPUT);
        assertThat(run.err().strip())
                .isEqualTo(
                        "Versus: The environment variable NO_SUCH_TOKEN is not set, and a request takes its credentials"
                                + " from it: export it before the run.");
        assertThat(server.received()).isEmpty();
    }
}
