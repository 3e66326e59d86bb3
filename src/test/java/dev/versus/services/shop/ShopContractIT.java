package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.contract.ShopContract;
import dev.versus.services.shop.fixture.Http;
import dev.versus.services.shop.fixture.Shop;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShopContractIT {

    private static Shop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void theBalancerKeepsTheContract() throws Exception {
        ShopContract.verify(shop.entry());
    }

    @Test
    void theGatewayKeepsTheContract() throws Exception {
        ShopContract.verify(shop.gateway().url());
    }

    @Test
    void eachServiceKeepsItsPartOfTheContract() throws Exception {
        ShopContract.verifyProducts(shop.firstProducts().url());
        ShopContract.verifyProducts(shop.secondProducts().url());
        ShopContract.verifyOrders(shop.orders().url());
    }

    @Test
    void aSaleShowsAtOnceInTheCachedCatalogue() throws Exception {
        int before = stock(5);
        assertThat(stock(5)).isEqualTo(before);
        Http.send(Http.order(shop.entry(), 5, 3));
        assertThat(stock(5)).isEqualTo(before - 3);
        assertThat(Http.get(shop.entry().resolve("/api/products")).body()).contains("\"stock\":" + (before - 3));
    }

    private static int stock(int product) throws Exception {
        String body = Http.get(shop.entry().resolve("/api/products/" + product)).body();
        return Http.json(body).path("stock").asInt();
    }

    @Test
    void theCorrelationIdIsTheClientsOrElseANewOne() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.entry().resolve("/api/products/1"));
        String kept = correlationId(Http.send(request.copy().header("X-Correlation-Id", "order-17")));
        String first = correlationId(Http.send(request.copy()));
        String second = correlationId(Http.send(request.copy().header("X-Correlation-Id", "<script>")));
        assertThat(kept).isEqualTo("order-17");
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(second).matches("[0-9a-f]{32}").isNotEqualTo(first);
    }

    private static String correlationId(HttpResponse<String> response) {
        assertThat(response.headers().allValues("X-Correlation-Id")).hasSize(1);
        return response.headers().firstValue("X-Correlation-Id").orElseThrow();
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        assertProblem(404, "not_found", HttpRequest.newBuilder(shop.entry().resolve("/api/users")));
        assertProblem(404, "not_found", HttpRequest.newBuilder(shop.entry().resolve("/api/productsandmore")));
        assertProblem(
                405,
                "method_not_allowed",
                HttpRequest.newBuilder(shop.entry().resolve("/api/products")).POST(BodyPublishers.ofString("{}")));
    }

    private static void assertProblem(int status, String code, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = Http.send(request);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Http.json(response.body()).path("code").asText()).isEqualTo(code);
    }

    @Test
    void headGivesTheHeadOfGet() throws Exception {
        var path = shop.entry().resolve("/api/products");
        HttpResponse<String> get = Http.get(path);
        HttpResponse<String> head = Http.send(HttpRequest.newBuilder(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length"))
                .isEqualTo(get.headers().firstValue("content-length"));
    }
}
