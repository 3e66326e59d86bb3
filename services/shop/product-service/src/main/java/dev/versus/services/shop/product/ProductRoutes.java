package dev.versus.services.shop.product;

import dev.versus.services.shop.common.Health;
import dev.versus.services.shop.common.Json;
import dev.versus.services.shop.common.Problem;
import dev.versus.services.shop.common.ProblemRouter;
import dev.versus.services.shop.common.store.Database;
import dev.versus.services.shop.common.store.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** {@code GET /api/products}, {@code GET /api/products/{id}} and {@code GET /health}. */
final class ProductRoutes {

    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,8}");
    private static final Problem INVALID_ID =
            new Problem(400, "invalid_product_id", "A product id is a whole number from 1 to 999999999.");
    private static final Problem UNKNOWN_PRODUCT =
            new Problem(404, "unknown_product", "There is no product with this id.");

    private final Products products;
    private final Database database;
    private final RedisLink redis;
    private final ExtraWork extraWork;

    ProductRoutes(Products products, Database database, RedisLink redis, ExtraWork extraWork) {
        this.products = products;
        this.database = database;
        this.redis = redis;
        this.extraWork = extraWork;
    }

    Router router(Vertx vertx) {
        Router router = ProblemRouter.create(vertx);
        ProblemRouter.read(router, "/api/products", this::list);
        ProblemRouter.read(router, "/api/products/:id", this::find);
        ProblemRouter.read(router, "/health", this::health);
        return router;
    }

    private Future<?> list(RoutingContext context) {
        extraWork.run();
        return products.list().onSuccess(json -> json.ifPresent(body -> answer(context, body)));
    }

    private Future<?> find(RoutingContext context) {
        String id = context.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw INVALID_ID.toException();
        }
        return products.find(Integer.parseInt(id))
                .onSuccess(json -> json.ifPresentOrElse(
                        body -> answer(context, body), () -> UNKNOWN_PRODUCT.answer(context.response())));
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

    private static void answer(RoutingContext context, Buffer body) {
        Json.answer(context.response(), 200, body);
    }
}
