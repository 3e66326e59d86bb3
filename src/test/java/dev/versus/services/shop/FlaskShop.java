package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.contract.ShopContract;
import dev.versus.services.shop.fixture.DeployedShop;
import dev.versus.services.shop.fixture.Eventually;
import dev.versus.services.shop.fixture.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What each Flask variant is put to: the contract, the bodies of the {@code jvm} variant, and faults, the worst of them last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FlaskShop {

    private static final Duration HEARTBEAT_TTL = Duration.ofSeconds(2);
    private static final int LIMITED_EDITION = 19;

    private final String variant;
    private DeployedShop shop;

    FlaskShop(String variant) {
        this.variant = variant;
    }

    @BeforeAll
    void open() {
        DeployedShop.assumeMachineHasPythonAndNginx();
        shop = DeployedShop.launch(variant);
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    @Order(1)
    void everyAnswerIsThatOfTheJvmVariantByteForByte() throws Exception {
        try (DeployedShop jvm = DeployedShop.launch("jvm")) {
            var softly = new SoftAssertions();
            for (HttpRequest.Builder request : SameAnswers.REQUESTS) {
                softly.assertThat(SameAnswers.answer(shop.entry(), request.copy()))
                        .isEqualTo(SameAnswers.answer(jvm.entry(), request.copy()));
                softly.assertThat(SameAnswers.answer(shop.address("api-gateway"), request.copy()))
                        .isEqualTo(SameAnswers.answer(jvm.address("api-gateway"), request.copy()));
            }
            softly.assertAll();
        }
    }

    @Test
    @Order(2)
    void everyEntryPointKeepsTheContract() throws Exception {
        ShopContract.verify(shop.entry());
        ShopContract.verify(shop.address("api-gateway"));
        for (URI replica : shop.addresses("product-service")) {
            ShopContract.verifyProducts(replica);
        }
        ShopContract.verifyOrders(shop.address("order-service"));
    }

    @Test
    @Order(3)
    void exactlyTheStockIsSold() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> Http.sendAsync(Http.order(shop.entry(), LIMITED_EDITION, 1)))
                .limit(120)
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(100);
        assertThat(Http.get(at("/api/products/" + LIMITED_EDITION)).body()).contains("\"stock\":0}");
    }

    @Test
    @Order(4)
    void oneKeyBuysOnceHoweverOftenItIsSentAtOnce() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> Http.sendAsync(Http.order(shop.entry(), 2, 3).header("Idempotency-Key", "once")))
                .limit(30)
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(sent.stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1);
        assertThat(Http.get(at("/api/products/2")).body()).contains("\"stock\":999997}");
    }

    @Test
    @Order(5)
    void aFrozenOrderServiceTimesOutAndWorksAgainWhenItIsBack() throws Exception {
        shop.freeze("order-service");
        assertProblem(504, "upstream_timeout", Http.send(Http.order(shop.entry(), 1, 1)));
        assertServedFor(Duration.ofMillis(300));
        shop.thaw("order-service");
        Eventually.await(
                "an order",
                Duration.ofSeconds(5),
                () -> Http.send(Http.order(shop.entry(), 1, 1)).statusCode() == 201);
    }

    @Test
    @Order(6)
    void aKilledReplicaIsNotMissed() throws Exception {
        shop.kill("product-service");
        assertServedFor(HEARTBEAT_TTL.plusSeconds(1));
    }

    @Test
    @Order(7)
    void withoutRedisProductsAndOrdersAreServed() throws Exception {
        URI replica = shop.addresses("product-service").get(1).resolve("/health");
        shop.kill("redis");
        assertServedFor(HEARTBEAT_TTL.plusSeconds(1));
        assertThat(Http.send(Http.order(shop.entry(), 1, 1)).statusCode()).isEqualTo(201);
        assertThat(Http.get(replica).body()).isEqualTo("{\"status\":\"degraded\"}");
    }

    @Test
    @Order(8)
    void aClosedDatabaseIsToldApartFromADeadService() throws Exception {
        shop.closeDatabase();
        assertProblem(503, "database_unavailable", Http.send(Http.order(shop.entry(), 1, 1)));
        assertProblem(503, "database_unavailable", Http.get(at("/api/products/3")));
        URI health = shop.address("order-service").resolve("/health");
        assertProblem(503, "database_unavailable", Http.get(health));
        shop.kill("order-service");
        assertProblem(503, "no_live_replica", Http.send(Http.order(shop.entry(), 1, 1)));
    }

    @Test
    @Order(9)
    void withoutAnyGatewayTheBalancerSaysSo() throws Exception {
        shop.freeze("api-gateway");
        HttpResponse<String> late = Http.get(at("/api/products"));
        shop.kill("api-gateway");
        assertProblem(504, "upstream_timeout", late);
        assertProblem(503, "no_live_replica", Http.get(at("/api/products")));
    }

    private URI at(String path) {
        return shop.entry().resolve(path);
    }

    private void assertServedFor(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            HttpResponse<String> response =
                    Http.send(HttpRequest.newBuilder(at("/api/products")).method("GET", BodyPublishers.noBody()));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1500));
        }
    }

    private static void assertProblem(int status, String code, HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Http.json(response.body()).path("code").asText()).isEqualTo(code);
    }
}
