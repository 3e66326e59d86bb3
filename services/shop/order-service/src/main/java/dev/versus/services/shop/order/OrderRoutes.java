package dev.versus.services.shop.order;

import dev.versus.services.shop.common.Health;
import dev.versus.services.shop.common.Json;
import dev.versus.services.shop.common.Problem;
import dev.versus.services.shop.common.ProblemRouter;
import dev.versus.services.shop.common.store.Database;
import dev.versus.services.shop.common.store.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code POST /api/orders}, {@code GET /api/orders/{id}} and {@code GET /health}. */
final class OrderRoutes {

    private static final int MAX_BODY = 64 * 1024;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private static final Problem INVALID_ID = new Problem(400, "invalid_order_id", "An order id is a UUID.");
    private static final Problem UNKNOWN_ORDER = new Problem(404, "unknown_order", "There is no order with this id.");
    private static final Problem NOT_JSON =
            new Problem(415, "unsupported_media_type", "The body must be of type application/json.");
    private static final Problem INVALID_KEY =
            new Problem(400, "invalid_idempotency_key", "Idempotency-Key must be 1 to 200 visible ASCII characters.");

    private final Orders orders;
    private final Database database;
    private final RedisLink redis;

    OrderRoutes(Orders orders, Database database, RedisLink redis) {
        this.orders = orders;
        this.database = database;
        this.redis = redis;
    }

    Router router(Vertx vertx) {
        Router router = ProblemRouter.create(vertx);
        router.post("/api/orders")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(ProblemRouter.answering(this::place));
        ProblemRouter.read(router, "/api/orders/:id", this::find);
        ProblemRouter.read(router, "/health", this::health);
        return router;
    }

    private Future<?> place(RoutingContext context) {
        requireJson(context.request());
        Optional<String> key = idempotencyKey(context.request());
        OrderRequest wanted = OrderRequest.parse(body(context));
        return orders.place(wanted, key).onSuccess(placement -> answer(context, placement));
    }

    private static void answer(RoutingContext context, Placement placement) {
        context.response()
                .putHeader(
                        HttpHeaders.LOCATION, "/api/orders/" + placement.order().id())
                .putHeader("Idempotency-Replayed", Boolean.toString(placement.isReplay()));
        Json.answer(context.response(), 201, placement.order().json());
    }

    private Future<?> find(RoutingContext context) {
        String id = context.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw INVALID_ID.toException();
        }
        return orders.find(UUID.fromString(id))
                .onSuccess(found -> found.ifPresentOrElse(
                        order -> Json.answer(context.response(), 200, order.json()),
                        () -> UNKNOWN_ORDER.answer(context.response())));
    }

    private Future<?> health(RoutingContext context) {
        return database.isReachable().onSuccess(reachable -> {
            if (reachable) {
                (redis.isConnected() ? Health.OK : Health.DEGRADED).answer(context.response());
            } else {
                Database.UNAVAILABLE.answer(context.response());
            }
        });
    }

    private static void requireJson(HttpServerRequest request) {
        String type =
                Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).orElse("");
        if (!type.toLowerCase(Locale.ROOT).split(";", -1)[0].strip().equals("application/json")) {
            throw NOT_JSON.toException();
        }
    }

    private static Optional<String> idempotencyKey(HttpServerRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader("Idempotency-Key"));
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw INVALID_KEY.toException();
        }
        return key;
    }

    private static Buffer body(RoutingContext context) {
        return Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
    }
}
