package dev.versus.services.shop.common;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What {@code GET /health} says of a service that can serve. One that cannot answers with a problem instead. */
public enum Health {
    /** Everything that the service uses is there. */
    OK,
    /** It serves, but slower: something that it can do without is away. */
    DEGRADED;

    /** Answers with status 200. */
    public void answer(HttpServerResponse response) {
        Json.answer(response, 200, body());
    }

    private Buffer body() {
        return new JsonObject().put("status", name().toLowerCase(Locale.ROOT)).toBuffer();
    }
}
