package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.StubServer;
import dev.versus.gatling.fixture.TwoEndpoints;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real run of a mix of two endpoints, one of which fails a tenth of its requests, held against what the server saw. */
class EndpointsIT {

    @AutoClose
    private final StubServer server = StubServer.start();

    private static Measurement total(GatlingRun run, String target, String endpoint) {
        return Measurement.total(run.rounds().stream()
                        .filter(round -> round.target().equals(target))
                        .toList())
                .ofEndpoint(endpoint)
                .orElseThrow();
    }

    private long hits(GatlingRun run, String path, int status) {
        Instant start = run.rounds().stream()
                .map(Round::started)
                .min(Instant::compareTo)
                .orElseThrow();
        return server.hits(path, start).stream()
                .filter(hit -> hit.answer().status() == status)
                .count();
    }

    @Test
    void each_endpoint_has_its_own_figures_claims_and_published_figures(@TempDir Path folder) {
        GatlingRun run = GatlingProcess.run(
                TwoEndpoints.class, folder, "url=" + server.address(), "allow=127.0.0.1", "warmUp=1s");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        Measurement shop = total(run, "shop", "POST /dear");
        Measurement users = total(run, "users", "POST /dear");
        assertThat(shop.answered() + users.answered()).isEqualTo(hits(run, "/dear", 200));
        assertThat(shop.failed() + users.failed()).isEqualTo(hits(run, "/dear", 503));
        assertThat(shop.failures()).containsOnlyKeys(FailureKind.STATUS);
        assertThat(total(run, "shop", "GET /cheap").failures()).isEqualTo(Map.of());
        assertThat(verdicts(run.results())).startsWith("CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED");
        JsonNode endpoints = run.results().at("/targets/0/endpoints");
        assertThat(endpoints.findValuesAsText("endpoint")).containsExactly("GET /cheap", "POST /dear");
        assertThat(endpoints.at("/1/requests").asLong()).isEqualTo(shop.requests());
        assertThat(run.results().at("/reproductions/0/agreement").asText()).isEqualTo("ALIKE");
        assertThat(run.file("comparison.html").orElseThrow()).contains("Endpoints of users", "all endpoints");
        assertThat(run.file("comparison.md").orElseThrow()).contains("| Endpoint of shop |");
        assertThat(run.out()).contains("\n  POST /dear ");
    }

    private static List<String> verdicts(JsonNode results) {
        return results.get("judgements").findValuesAsText("verdict");
    }
}
