package dev.versus.services.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullServerIT {

    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void resetTheRecord() throws Exception {
        try (Wire wire = wire()) {
            wire.exchange("POST /served/reset HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @Test
    void answersNeverSoonerThanAskedAndItsRecordAgreesWithTheClient() throws Exception {
        List<Long> micros = new ArrayList<>();
        try (Wire wire = wire()) {
            for (int i = 0; i < 200; i++) {
                long start = System.nanoTime();
                wire.get("/delay?us=2000");
                micros.add((System.nanoTime() - start) / 1_000);
            }
        }

        Collections.sort(micros);
        JsonNode record = record();
        assertThat(micros.get(0)).isGreaterThanOrEqualTo(2_000);
        assertThat(record.get("min").asLong()).isGreaterThanOrEqualTo(2_000);
        assertThat(record.get("count").asInt()).isEqualTo(micros.size());
        assertThat(record.get("p50").asLong()).isLessThanOrEqualTo(micros.get(micros.size() / 2));
        assertThat(record.get("p50").asDouble()).isCloseTo(micros.get(micros.size() / 2), within(5_000.0));
    }

    @Test
    void addsTheExtraThatIsAsked() throws Exception {
        try (Wire wire = wire()) {
            wire.get("/delay?ms=1&extra=80");
        }
        assertThat(record().get("min").asLong()).isGreaterThanOrEqualTo(1_800);
    }

    @Test
    void burnsForAsLongAsAsked() throws Exception {
        try (Wire wire = wire()) {
            assertThat(wire.get("/burn?us=1500").status()).isEqualTo(200);
        }
        assertThat(record().get("min").asLong()).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void servesFiftyConnectionsAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try {
            long start = System.nanoTime();
            List<Future<Integer>> served = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                served.add(clients.submit(() -> get("/delay?ms=10", 20)));
            }
            for (Future<Integer> requests : served) {
                assertThat(requests.get()).isEqualTo(20);
            }
            assertThat(System.nanoTime() - start)
                    .as("in turn it would take 10 s")
                    .isLessThan(10_000_000_000L);
        } finally {
            clients.shutdownNow();
        }
        assertThat(record().get("count").asInt()).isEqualTo(1_000);
        assertThat(record().get("min").asLong()).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void forgetsItsRecordOnReset() throws Exception {
        get("/", 3);
        assertThat(record().get("count").asInt()).isEqualTo(3);

        resetTheRecord();

        assertThat(record().get("count").asInt()).isZero();
    }

    @Test
    void countsServiceOnly() throws Exception {
        try (Wire wire = wire()) {
            wire.get("/health");
            wire.get("/delay?us=much");
            wire.get("/nowhere");
        }
        assertThat(record().get("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/delay", "/delay?us=-1", "/delay?ms=30001", "/delay?us=1&wait=2", "/burn?ms=2000"})
    void refusesBadParametersAndGoesOn(String uri) throws Exception {
        try (Wire wire = wire()) {
            Wire.Answer refusal = wire.get(uri);

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body()).endsWith(".\n");
            assertThat(wire.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void answersAlwaysInTheSameLength() throws Exception {
        try (Wire wire = wire()) {
            assertThat(wire.get("/")).isEqualTo(wire.get("/delay?us=10")).isEqualTo(wire.get("/burn?us=10"));
        }
    }

    @Test
    void keepsHttp11OpenByDefault() throws Exception {
        try (Wire wire = wire()) {
            assertThat(wire.get("/").head()).noneMatch(line -> line.startsWith("Connection"));
            assertThat(wire.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void closesHttp11IfAsked() throws Exception {
        try (Wire wire = wire()) {
            Wire.Answer answer = wire.exchange("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
            assertThat(answer.head()).contains("Connection: close");
            assertThat(wire.isClosedByServer()).isTrue();
        }
    }

    @Test
    void closesHttp10ByDefault() throws Exception {
        try (Wire wire = wire()) {
            assertThat(wire.exchange("GET /delay?us=10 HTTP/1.0\r\n\r\n").status())
                    .isEqualTo(200);
            assertThat(wire.isClosedByServer()).isTrue();
        }
    }

    @Test
    void keepsHttp10OpenIfAskedAndSaysSo() throws Exception {
        String request = "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n";
        try (Wire wire = wire()) {
            assertThat(wire.exchange(request).head()).contains("Connection: keep-alive");
            assertThat(wire.exchange(request).status()).isEqualTo(200);
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        try (Wire wire = wire()) {
            wire.send(
                    pipelined("/delay?ms=20") + pipelined("/health") + pipelined("/nowhere") + pipelined("/burn?us=9"));
            assertThat(List.of(wire.read().body(), wire.read().body()))
                    .containsExactly("as you asked\n", "{\"status\":\"up\"}\n");
            assertThat(List.of(wire.read().status(), wire.read().status())).containsExactly(404, 200);
        }
    }

    private static String pipelined(String uri) {
        return "GET " + uri + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static int get(String uri, int times) throws IOException {
        try (Wire wire = wire()) {
            int served = 0;
            while (served < times && wire.get(uri).status() == 200) {
                served++;
            }
            return served;
        }
    }

    private static JsonNode record() throws IOException {
        try (Wire wire = wire()) {
            return new ObjectMapper().readTree(wire.get("/served").body());
        }
    }

    private static Wire wire() throws IOException {
        return new Wire(server.port());
    }
}
