package dev.versus.services.shop.order;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * An accepted order.
 *
 * @param id of the order
 * @param wanted what was ordered
 * @param totalCents what it costs
 */
record Order(UUID id, OrderRequest wanted, long totalCents) {

    static Order of(Row row) {
        OrderRequest wanted = new OrderRequest(row.getInteger("product_id"), row.getInteger("quantity"));
        return new Order(row.getUUID("id"), wanted, row.getLong("total_cents"));
    }

    Buffer json() {
        return new JsonObject()
                .put("id", id.toString())
                .put("product_id", wanted.productId())
                .put("quantity", wanted.quantity())
                .put("total_cents", totalCents)
                .toBuffer();
    }
}
