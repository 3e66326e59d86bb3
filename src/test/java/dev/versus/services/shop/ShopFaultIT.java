package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.Eventually;
import dev.versus.services.shop.fixture.Http;
import dev.versus.services.shop.fixture.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shop does while a part of it is broken. */
class ShopFaultIT {

    private static final Duration HEARTBEAT_TTL = Duration.ofSeconds(2);

    private Shop shop;
    private URI products;

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open();
        products = shop.entry().resolve("/api/products");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void withoutRedisProductsAreServedAndItsReturnIsNoticed() throws Exception {
        shop.redis().process().kill();
        assertServedFor(HEARTBEAT_TTL.plusSeconds(1), Duration.ofSeconds(1));
        assertThat(health(shop.firstProducts().url())).isEqualTo("degraded");

        shop.redis().restart();
        assertServedFor(Duration.ofMillis(500), Duration.ofSeconds(1));
        shop.awaitProductReplicas(2);
        Eventually.await(
                "full health",
                Duration.ofSeconds(5),
                () -> health(shop.firstProducts().url()).equals("ok"));
        assertServedFor(HEARTBEAT_TTL.plusSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void aFrozenRedisDelaysNoRequestForLong() throws Exception {
        shop.redis().process().freeze();
        assertServedFor(Duration.ofSeconds(3), Duration.ofMillis(1500));
        assertThat(health(shop.secondProducts().url())).isEqualTo("degraded");
        shop.redis().process().thaw();
        Eventually.await(
                "full health",
                Duration.ofSeconds(5),
                () -> health(shop.secondProducts().url()).equals("ok"));
    }

    @Test
    void aKilledReplicaIsNotMissedAndLeavesTheRegistry() throws Exception {
        shop.firstProducts().process().kill();
        assertServedFor(HEARTBEAT_TTL, Duration.ofSeconds(1));
        shop.awaitProductReplicas(1);
        assertServedFor(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void aStoppedReplicaTakesItsAnnouncementBack() throws Exception {
        shop.firstProducts().process().stop();
        assertThat(shop.redis().keys("shop:registry:product-service:")).isEqualTo(1);
        assertServedFor(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void withoutAnyReplicaTheGatewaySaysThatNobodyIsThere() throws Exception {
        shop.firstProducts().process().kill();
        shop.secondProducts().process().kill();
        assertProblem(503, "no_live_replica", Http.get(products));
        shop.awaitProductReplicas(0);
        URI health = shop.gateway().url().resolve("/health");
        Eventually.await(
                "a gateway that cannot serve",
                Duration.ofSeconds(5),
                () -> Http.get(health).statusCode() == 503);
        assertProblem(503, "no_live_replica", Http.get(products));
    }

    @Test
    void aFrozenOrderServiceTimesOutAndWorksAgainWhenItIsBack() throws Exception {
        shop.orders().process().freeze();
        assertProblem(504, "upstream_timeout", Http.send(Http.order(shop.entry(), 1, 1)));
        assertServedFor(Duration.ofMillis(300), Duration.ofSeconds(1));
        shop.orders().process().thaw();
        Eventually.await(
                "an order",
                Duration.ofSeconds(5),
                () -> Http.send(Http.order(shop.entry(), 1, 1)).statusCode() == 201);
    }

    @Test
    void aClosedDatabaseIsToldApartFromADeadService() throws Exception {
        shop.closeDatabase();
        assertProblem(503, "database_unavailable", Http.send(Http.order(shop.entry(), 1, 1)));
        assertProblem(503, "database_unavailable", Http.get(products.resolve("/api/products/3")));
        assertProblem(503, "database_unavailable", Http.get(shop.orders().url().resolve("/health")));
    }

    private void assertServedFor(Duration duration, Duration slowest) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            HttpResponse<String> response = Http.get(products);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(took).isLessThan(slowest);
        }
    }

    private static String health(URI service) throws Exception {
        return Http.json(Http.get(service.resolve("/health")).body())
                .path("status")
                .asText();
    }

    private static void assertProblem(int status, String code, HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Http.json(response.body()).path("code").asText()).isEqualTo(code);
    }
}
