package dev.versus.services.shop.order;

import dev.versus.services.shop.common.Problem;
import dev.versus.services.shop.common.store.CacheInvalidation;
import dev.versus.services.shop.common.store.Database;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/**
 * Places orders and finds them again.
 *
 * <p>One statement, and so one transaction, takes the stock and stores the order. The row lock of the product puts
 * concurrent orders in a row, so the stock never goes below zero; the unique idempotency key makes PostgreSQL undo
 * the whole statement when the same key has been there before.
 */
final class Orders {

    private static final String PLACE = """
            WITH taken AS (
              UPDATE product SET stock = stock - $2 WHERE id = $1 AND stock >= $2 RETURNING price_cents
            )
            INSERT INTO customer_order (id, product_id, quantity, total_cents, idempotency_key)
            SELECT $3, $1, $2, price_cents::bigint * $2, $4 FROM taken
            RETURNING id, product_id, quantity, total_cents""";
    private static final String BY_ID =
            "SELECT id, product_id, quantity, total_cents FROM customer_order WHERE id = $1";
    private static final String BY_KEY =
            "SELECT id, product_id, quantity, total_cents FROM customer_order WHERE idempotency_key = $1";
    private static final String PRODUCT = "SELECT 1 FROM product WHERE id = $1";
    private static final String UNIQUE_VIOLATION = "23505";

    private static final Problem SOLD_OUT = new Problem(409, "sold_out", "Fewer are in stock than were ordered.");
    private static final Problem UNKNOWN_PRODUCT =
            new Problem(404, "unknown_product", "There is no product with this id.");
    private static final Problem KEY_REUSED =
            new Problem(422, "idempotency_key_reused", "This Idempotency-Key came before with another order.");

    private final Database database;
    private final CacheInvalidation cache;

    Orders(Database database, CacheInvalidation cache) {
        this.database = database;
        this.cache = cache;
    }

    /** The order with this id, if there is one. */
    Future<Optional<Order>> find(UUID id) {
        return database.query(BY_ID, Tuple.of(id)).map(Orders::first);
    }

    /** Places an order, at most once for each key; a problem fails the future. */
    Future<Placement> place(OrderRequest wanted, Optional<String> key) {
        return replay(wanted, key)
                .compose(
                        earlier -> earlier.isPresent() ? Future.succeededFuture(earlier.get()) : placeNew(wanted, key));
    }

    private Future<Placement> placeNew(OrderRequest wanted, Optional<String> key) {
        Tuple arguments = Tuple.of(wanted.productId(), wanted.quantity(), UUID.randomUUID(), key.orElse(null));
        return database.query(PLACE, arguments)
                .map(Orders::first)
                .recover(cause -> isUniqueViolation(cause)
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(cause))
                .compose(placed -> placed.isPresent() ? sold(placed.get()) : notSold(wanted, key));
    }

    private Future<Placement> sold(Order order) {
        return cache.stockChanged(order.wanted().productId()).map(new Placement(order, false));
    }

    /** A concurrent request with the same key may have been faster, and may even have bought the last piece. */
    private Future<Placement> notSold(OrderRequest wanted, Optional<String> key) {
        return replay(wanted, key)
                .compose(earlier -> earlier.isPresent() ? Future.succeededFuture(earlier.get()) : refuse(wanted));
    }

    private Future<Placement> refuse(OrderRequest wanted) {
        return database.query(PRODUCT, Tuple.of(wanted.productId()))
                .compose(rows -> Future.failedFuture((rows.size() == 0 ? UNKNOWN_PRODUCT : SOLD_OUT).toException()));
    }

    private Future<Optional<Placement>> replay(OrderRequest wanted, Optional<String> key) {
        return key.map(text -> database.query(BY_KEY, Tuple.of(text)).map(Orders::first))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(found -> found.map(order -> sameOrder(order, wanted)));
    }

    private static Placement sameOrder(Order order, OrderRequest wanted) {
        if (!order.wanted().equals(wanted)) {
            throw KEY_REUSED.toException();
        }
        return new Placement(order, true);
    }

    private static Optional<Order> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(Order.of(rows.iterator().next()));
    }

    private static boolean isUniqueViolation(Throwable cause) {
        return cause instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }
}
