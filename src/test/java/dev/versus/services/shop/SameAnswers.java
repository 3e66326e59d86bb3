package dev.versus.services.shop;

import dev.versus.services.shop.fixture.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** Requests whose answers two variants must agree on, and what of an answer is compared: all of the body but an order's id. */
final class SameAnswers {

    private static final Pattern ORDER_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ANYWHERE = "http://shop";

    static final List<HttpRequest.Builder> REQUESTS = List.of(
            get("/api/products"),
            get("/api/products/7"),
            get("/api/products/20"),
            get("/api/products/0"),
            get("/api/products/seven"),
            get("/api/products/%31"),
            get("/api/products/999999"),
            get("/api/products/7/parts"),
            get("/api/productsandmore"),
            get("/api/orders"),
            get("/api/orders/1"),
            get("/api/orders/00000000-0000-0000-0000-000000000000"),
            get("/health"),
            get("/"),
            get("/api/users?page=2"),
            to("/api/products").DELETE(),
            to("/api/products").method("HEAD", BodyPublishers.noBody()),
            to("/api/products").method("OPTIONS", BodyPublishers.noBody()),
            to("/health").method("HEAD", BodyPublishers.noBody()),
            order("{\"product_id\":3,\"quantity\":2}"),
            order("{\"product_id\":3,\"quantity\":2}").header("Idempotency-Key", "same"),
            order("{\"product_id\":3,\"quantity\":2}").header("Idempotency-Key", "same"),
            order("{\"product_id\":3,\"quantity\":1}").header("Idempotency-Key", "same"),
            order("{\"product_id\":3,\"quantity\":2}").header("Idempotency-Key", "not this"),
            order("{\"product_id\":20,\"quantity\":1}"),
            order("{\"product_id\":999999,\"quantity\":1}"),
            order("{\"product_id\":3,\"quantity\":true}"),
            order("{\"product_id\":3,\"quantity\":2.0}"),
            order("{\"product_id\":3,\"quantity\":" + "9".repeat(5000) + "}"),
            order("{\"product_id\":NaN,\"quantity\":2}"),
            order("{\"product_id\":3,\"quantity\":2} and more"),
            order("{\"product_id\":3,\"product_id\":4,\"quantity\":2}"),
            order("[".repeat(5000)),
            order("x".repeat(65_537)),
            to("/api/orders").POST(BodyPublishers.ofString("{\"product_id\":3,\"quantity\":2}")),
            get("/api/products/3"));

    private SameAnswers() {}

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(ANYWHERE + path));
    }

    private static HttpRequest.Builder get(String path) {
        return to(path).GET();
    }

    private static HttpRequest.Builder order(String json) {
        return to("/api/orders").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    /** The request, and status, type, length, headers of the contract and body of its answer. */
    static String answer(URI shop, HttpRequest.Builder request) throws Exception {
        HttpRequest anywhere = request.build();
        URI path = anywhere.uri();
        HttpResponse<String> response =
                Http.send(request.uri(shop.resolve(path.toString().substring(ANYWHERE.length()))));
        String told = String.join(
                "\n",
                anywhere.method() + " " + path,
                response.statusCode() + " " + header(response, "Content-Type") + " "
                        + header(response, "Content-Length"),
                header(response, "Location") + " " + header(response, "Idempotency-Replayed"),
                response.body());
        return ORDER_ID.matcher(told).replaceAll("<id>");
    }

    private static List<String> header(HttpResponse<String> response, String name) {
        return response.headers().allValues(name);
    }
}
