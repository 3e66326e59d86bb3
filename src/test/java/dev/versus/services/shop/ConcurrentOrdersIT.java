package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.Http;
import dev.versus.services.shop.fixture.Shop;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders that meet: nothing is sold twice, and nothing is bought twice by accident. */
class ConcurrentOrdersIT {

    private static final int LIMITED_EDITION = 19;
    private static final int LIMITED_STOCK = 100;

    private static Shop shop;

    @BeforeAll
    static void open() throws Exception {
        // What is counted here is orders, not seconds: a JVM that has just started may take several for 200 at once.
        shop = Shop.open("30s");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void exactlyTheStockIsSold() throws Exception {
        assertThat(stock(LIMITED_EDITION)).isEqualTo(LIMITED_STOCK);
        List<Integer> statuses = sendAtOnce(200, Http.order(shop.entry(), LIMITED_EDITION, 1)).stream()
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(LIMITED_STOCK);
        assertThat(stock(LIMITED_EDITION)).isZero();
    }

    @Test
    void oneKeyBuysOnceHoweverOftenItIsSentAtOnce() throws Exception {
        int before = stock(2);
        HttpRequest.Builder order = Http.order(shop.entry(), 2, 3).header("Idempotency-Key", "once");
        List<HttpResponse<String>> responses = sendAtOnce(50, order);
        assertThat(responses).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(responses.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.headers()
                        .firstValue("Idempotency-Replayed")
                        .orElseThrow()
                        .equals("false"))
                .hasSize(1);
        assertThat(stock(2)).isEqualTo(before - 3);
    }

    private static List<HttpResponse<String>> sendAtOnce(int times, HttpRequest.Builder request) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(() -> Http.sendAsync(request.copy()))
                .limit(times)
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static int stock(int product) throws Exception {
        String body = Http.get(shop.entry().resolve("/api/products/" + product)).body();
        return Http.json(body).path("stock").asInt();
    }
}
