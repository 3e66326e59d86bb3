package dev.versus.services.shop.gateway;

import dev.versus.services.shop.common.Health;
import dev.versus.services.shop.common.Problem;
import dev.versus.services.shop.common.ProblemRouter;
import dev.versus.services.shop.common.forward.Forwarder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Which path goes where, and the correlation id on everything. */
final class GatewayRoutes implements Handler<HttpServerRequest> {

    private static final Set<HttpMethod> NEVER_FORWARDED = Set.of(HttpMethod.CONNECT, HttpMethod.TRACE);
    private static final Problem METHOD_NOT_ALLOWED =
            new Problem(405, "method_not_allowed", "This path does not support the method.");
    private static final Problem NO_PRODUCTS =
            new Problem(503, "no_live_replica", "No live replica of product-service is known.");

    private final Forwarder products;
    private final Forwarder orders;
    private final CorrelationId correlationId;
    private final BooleanSupplier canServe;

    GatewayRoutes(Forwarder products, Forwarder orders, CorrelationId correlationId, BooleanSupplier canServe) {
        this.products = products;
        this.orders = orders;
        this.correlationId = correlationId;
        this.canServe = canServe;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Map<String, String> stamp = Map.of(CorrelationId.HEADER, correlationId.of(request));
        String path = request.path();
        if (NEVER_FORWARDED.contains(request.method())) {
            answer(request, METHOD_NOT_ALLOWED, stamp);
        } else if (isUnder("/api/products", path)) {
            products.forward(request, stamp);
        } else if (isUnder("/api/orders", path)) {
            orders.forward(request, stamp);
        } else if ("/health".equals(path)) {
            health(request, stamp);
        } else {
            answer(request, ProblemRouter.NOT_FOUND, stamp);
        }
    }

    static boolean isUnder(String root, String path) {
        return path != null
                && path.startsWith(root)
                && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    private void health(HttpServerRequest request, Map<String, String> stamp) {
        if (canServe.getAsBoolean()) {
            stamp.forEach(request.response()::putHeader);
            Health.OK.answer(request.response());
        } else {
            answer(request, NO_PRODUCTS, stamp);
        }
    }

    private static void answer(HttpServerRequest request, Problem problem, Map<String, String> stamp) {
        stamp.forEach(request.response()::putHeader);
        problem.answer(request.response());
    }
}
