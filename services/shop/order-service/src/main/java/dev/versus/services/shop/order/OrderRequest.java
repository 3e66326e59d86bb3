package dev.versus.services.shop.order;

import dev.versus.services.shop.common.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What a customer asks for.
 *
 * @param productId of the product, at least 1
 * @param quantity from 1 to 100
 */
record OrderRequest(int productId, int quantity) {

    static final int MAX_QUANTITY = 100;

    private static final Problem MALFORMED =
            new Problem(400, "malformed_json", "The body must be a JSON object with product_id and quantity.");
    private static final Problem INVALID_PRODUCT =
            new Problem(400, "invalid_product_id", "product_id must be a whole number from 1 to 999999999.");
    private static final Problem INVALID_QUANTITY =
            new Problem(400, "invalid_quantity", "quantity must be a whole number from 1 to 100.");

    /** Reads the body of a request, or refuses it with a problem. */
    static OrderRequest parse(Buffer body) {
        JsonObject json = object(body);
        return new OrderRequest(
                wholeNumber(json, "product_id", 999_999_999, INVALID_PRODUCT),
                wholeNumber(json, "quantity", MAX_QUANTITY, INVALID_QUANTITY));
    }

    private static JsonObject object(Buffer body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException | ClassCastException malformed) {
            throw MALFORMED.toException();
        }
    }

    private static int wholeNumber(JsonObject json, String field, int max, Problem otherwise) {
        if (json.getValue(field) instanceof Integer number && number >= 1 && number <= max) {
            return number;
        }
        throw otherwise.toException();
    }
}
