package dev.versus.services.shop.common;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Answers in JSON, whole and with their length. */
public final class Json {

    private static final CharSequence APPLICATION_JSON = HttpHeaders.createOptimized("application/json");

    private Json() {}

    /** Sends a whole JSON document, unless the response has ended or its client has gone. */
    public static void answer(HttpServerResponse response, int status, Buffer body) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, APPLICATION_JSON)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                .end(body);
    }
}
