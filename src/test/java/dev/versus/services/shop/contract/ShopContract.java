package dev.versus.services.shop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.contract.WrittenContract;
import dev.versus.services.shop.fixture.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Puts a running shop, or one service of it, to its written contract.
 *
 * <p>Every operation and every documented status that can be provoked without breaking something is provoked, and
 * each real response is held against openapi.yaml; a status that is documented but not walked fails the check, and so
 * does the reverse. Two GETs in a row must have bodies of the same length. The check orders a few pieces of product 1
 * and may be repeated on the same shop.
 */
public final class ShopContract {

    private static final String PLAIN_ORDER = "{\"product_id\":1,\"quantity\":2}";
    private static final String MUCH_TOO_LONG = "{\"product_id\":1,\"padding\":\"" + "x".repeat(70_000) + "\"}";

    private final URI base;
    private final WrittenContract contract;
    private final Set<String> walked = new TreeSet<>();

    private ShopContract(URI base, WrittenContract contract) {
        this.base = base;
        this.contract = contract;
    }

    /** Verifies an entry point that serves all: the gateway, or the balancer in front of it. */
    public static void verify(URI entry) throws Exception {
        verify(entry, Set.of("products", "orders", "health"));
    }

    /** Verifies a product service. */
    public static void verifyProducts(URI service) throws Exception {
        verify(service, Set.of("products", "health"));
    }

    /** Verifies an order service. */
    public static void verifyOrders(URI service) throws Exception {
        verify(service, Set.of("orders", "health"));
    }

    private static void verify(URI base, Set<String> tags) throws Exception {
        ShopContract check = new ShopContract(base, new WrittenContract("shop"));
        check.walk(tags);
        assertThat(check.walked).isNotEmpty().isEqualTo(check.contract.documented(tags));
    }

    private void walk(Set<String> tags) throws Exception {
        send(Probe.get("health", 200, "/health"));
        if (tags.contains("products")) {
            walkProducts();
        }
        if (tags.contains("orders")) {
            walkRefusedOrders();
            walkAcceptedOrders();
        }
    }

    private void walkProducts() throws Exception {
        sendAll(
                Probe.get("listProducts", 200, "/api/products"),
                Probe.get("getProduct", 200, "/api/products/7"),
                Probe.get("getProduct", 400, "/api/products/seven"),
                Probe.get("getProduct", 400, "/api/products/-1"),
                Probe.get("getProduct", 404, "/api/products/999999"));
    }

    private void walkRefusedOrders() throws Exception {
        sendAll(
                Probe.order(400, "{\"product_id\":1,", ""),
                Probe.order(400, "[]", ""),
                Probe.order(400, "null", ""),
                Probe.order(400, "", ""),
                Probe.order(400, "{\"quantity\":1}", ""),
                Probe.order(400, "{\"product_id\":1,\"quantity\":0}", ""),
                Probe.order(400, "{\"product_id\":1,\"quantity\":1.5}", ""),
                Probe.order(400, "{\"product_id\":1,\"quantity\":101}", ""),
                Probe.order(400, "{\"product_id\":1,\"quantity\":\"2\"}", ""),
                Probe.order(400, PLAIN_ORDER, "k".repeat(201)),
                Probe.order(404, "{\"product_id\":999999,\"quantity\":1}", ""),
                Probe.order(409, "{\"product_id\":20,\"quantity\":1}", ""),
                Probe.order(413, MUCH_TOO_LONG, ""),
                Probe.orderAs(415, "text/plain", PLAIN_ORDER),
                Probe.get("getOrder", 400, "/api/orders/1"),
                Probe.get("getOrder", 404, "/api/orders/00000000-0000-0000-0000-000000000000"));
    }

    private void walkAcceptedOrders() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> placed = send(Probe.order(201, PLAIN_ORDER, key));
        HttpResponse<String> replayed = send(Probe.order(201, PLAIN_ORDER, key));
        assertThat(replayed.body()).isEqualTo(placed.body());
        assertThat(placed.headers().firstValue("Idempotency-Replayed")).hasValue("false");
        assertThat(replayed.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        send(Probe.order(422, "{\"product_id\":1,\"quantity\":3}", key));

        String id = Http.json(placed.body()).path("id").asText();
        HttpResponse<String> found = send(Probe.get("getOrder", 200, "/api/orders/" + id));
        assertThat(found.body()).isEqualTo(placed.body());
        HttpResponse<String> other = send(Probe.order(201, PLAIN_ORDER, ""));
        assertThat(other.body()).hasSameSizeAs(placed.body()).isNotEqualTo(placed.body());
    }

    private void sendAll(Probe... probes) throws Exception {
        for (Probe probe : List.of(probes)) {
            send(probe);
        }
    }

    private HttpResponse<String> send(Probe probe) throws Exception {
        HttpResponse<String> response = Http.send(probe.request().at(base));
        assertThat(response.statusCode())
                .as("%s %s -> %s", probe.operation(), probe.request().path(), response.body())
                .isEqualTo(probe.status());
        contract.validate(probe.operation(), response);
        walked.add(probe.operation() + " " + probe.status());
        if ("GET".equals(probe.request().method())) {
            assertThat(Http.send(probe.request().at(base)).body()).hasSameSizeAs(response.body());
        }
        return response;
    }
}
