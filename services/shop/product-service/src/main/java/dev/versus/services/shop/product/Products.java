package dev.versus.services.shop.product;

import dev.versus.services.shop.common.store.Database;
import dev.versus.services.shop.common.store.ProductCache;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The catalogue as JSON: the cache's bytes as they are, or else made from the rows of the database. */
final class Products {

    private static final String ALL = "SELECT id, name, description, price_cents, stock FROM product ORDER BY id";
    private static final String ONE = "SELECT id, name, description, price_cents, stock FROM product WHERE id = $1";

    private final Database database;
    private final ProductCache cache;

    Products(Database database, ProductCache cache) {
        this.database = database;
        this.cache = cache;
    }

    /** The list of all products; it is never absent. */
    Future<Optional<Buffer>> list() {
        return cache.list(() -> database.query(ALL, Tuple.tuple()).map(Products::list));
    }

    /** One product, if there is one with this id. */
    Future<Optional<Buffer>> find(int id) {
        return cache.product(id, () -> database.query(ONE, Tuple.of(id)).map(Products::first));
    }

    private static Optional<Buffer> list(RowSet<Row> rows) {
        JsonArray products = new JsonArray();
        rows.forEach(row -> products.add(json(row)));
        return Optional.of(new JsonObject().put("products", products).toBuffer());
    }

    private static Optional<Buffer> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(json(rows.iterator().next()).toBuffer());
    }

    private static JsonObject json(Row row) {
        return new JsonObject()
                .put("id", row.getInteger("id"))
                .put("name", row.getString("name"))
                .put("description", row.getString("description"))
                .put("price_cents", row.getInteger("price_cents"))
                .put("stock", row.getInteger("stock"));
    }
}
