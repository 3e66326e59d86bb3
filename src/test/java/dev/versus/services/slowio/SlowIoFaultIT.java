package dev.versus.services.slowio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.Eventually;
import dev.versus.services.shop.fixture.Http;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Workers that die, an io-simulator that hangs, clients that go away: the worst of it last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlowIoFaultIT {

    private static final int SLOTS = 8;
    private static final Map<String, String> PATHS = Map.of(
            "flask-server", "/benchmark/flask-io-test",
            "quart-server", "/benchmark/quart-io-test",
            "virtual-threads", "/benchmark/virtual-threads-io-test");

    private DeployedSlowIo slowIo;

    @BeforeAll
    void open() {
        slowIo = DeployedSlowIo.launch("virtual-threads");
    }

    @AfterAll
    void close() {
        if (slowIo != null) {
            slowIo.close();
        }
    }

    @Test
    @Order(1)
    void flaskStopsWorkingForClientsThatHaveGone() throws Exception {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 2 * SLOTS; i++) {
            clients.add(asks("flask-server", "?delay=0.5&concurrent=60"));
        }
        hangUp(clients);

        List<CompletableFuture<HttpResponse<String>>> next = Stream.generate(
                        () -> Http.sendAsync(HttpRequest.newBuilder(at("flask-server", "?delay=0&concurrent=1"))))
                .limit(SLOTS)
                .toList();
        CompletableFuture.allOf(next.toArray(CompletableFuture[]::new)).get(15, TimeUnit.SECONDS);
        assertThat(next).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    }

    @Test
    @Order(2)
    void quartEndsTheCallsOfAClientThatHasGone() throws Exception {
        long before = slowIo.sockets("quart-server");
        Socket client = asks("quart-server", "?delay=30&concurrent=400");
        Eventually.await("400 calls", Duration.ofSeconds(10), () -> slowIo.sockets("quart-server") >= before + 400);
        hangUp(List.of(client));
        Eventually.await(
                "the end of 400 calls", Duration.ofSeconds(10), () -> slowIo.sockets("quart-server") < before + 20);
    }

    @Test
    @Order(3)
    void aKilledWorkerOfGunicornIsReplaced() throws Exception {
        comesBackWithoutWorker("flask-server", 4);
    }

    @Test
    @Order(4)
    void aKilledWorkerOfHypercornIsReplaced() throws Exception {
        // Python's resource tracker is one more.
        comesBackWithoutWorker("quart-server", 5);
    }

    @Test
    @Order(5)
    void aKilledWorkerOfTheSimulatorIsReplaced() throws Exception {
        comesBackWithoutWorker("io-simulator", 3);
        for (String service : PATHS.keySet()) {
            Eventually.await(service, Duration.ofSeconds(15), () -> isServed(service));
        }
    }

    /** In hundredths of a second; ids tell the rest, but begin anew when they run out. */
    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.MIN);
    }

    private void comesBackWithoutWorker(String service, int workers) throws Exception {
        List<ProcessHandle> before = slowIo.workers(service);
        assertThat(before).hasSize(workers);
        ProcessHandle youngest = before.stream()
                .max(Comparator.comparing(SlowIoFaultIT::started).thenComparing(ProcessHandle::pid))
                .orElseThrow();
        DeployedSlowIo.kill(youngest);
        Eventually.await(
                "a worker instead of the killed one of " + service,
                Duration.ofSeconds(30),
                () -> slowIo.workers(service).size() == workers
                        && !slowIo.workers(service).contains(youngest)
                        && isServed(service));
    }

    @Test
    @Order(6)
    void aSimulatorThatHangsIsATimeoutAndNoLongerOnceItIsBack() throws Exception {
        slowIo.freeze("io-simulator");
        try {
            for (String service : PATHS.keySet()) {
                assertProblem(504, "upstream_timeout", Http.get(at(service, "?delay=0.1&concurrent=20")));
                assertThat(Http.get(slowIo.address(service).resolve("/health")).statusCode())
                        .isEqualTo(200);
            }
        } finally {
            slowIo.thaw("io-simulator");
        }
        for (String service : PATHS.keySet()) {
            Eventually.await(service, Duration.ofSeconds(10), () -> isServed(service));
        }
    }

    @Test
    @Order(7)
    void aSimulatorThatIsAwayIsABrokenUpstream() throws Exception {
        slowIo.kill("io-simulator");
        for (String service : PATHS.keySet()) {
            assertProblem(502, "upstream_broken", Http.get(at(service, "?delay=0.1&concurrent=20")));
        }
    }

    private URI at(String service, String query) {
        return URI.create(slowIo.address(service).resolve(PATHS.getOrDefault(service, "/slow-io")) + query);
    }

    private boolean isServed(String service) throws InterruptedException {
        try {
            return Http.get(at(service, "?delay=0.01&concurrent=5")).statusCode() == 200;
        } catch (IOException broken) {
            return false;
        }
    }

    private Socket asks(String service, String query) throws IOException {
        URI url = at(service, query);
        var client = new Socket(url.getHost(), url.getPort());
        String request = "GET " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1\r\nHost: slow-io\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static void hangUp(List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    private static void assertProblem(int status, String code, HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Http.json(response.body()).path("code").asText()).isEqualTo(code);
    }
}
