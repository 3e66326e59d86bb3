package dev.versus.services.shop.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * One request and the documented response that it must provoke.
 *
 * @param operation the operationId in the contract
 * @param status the status that the response must have
 * @param request what to send, relative to the entry point
 */
record Probe(String operation, int status, Request request) {

    /**
     * A request, independent of any address.
     *
     * @param method of HTTP
     * @param path with its query
     * @param contentType of the body; empty for none
     * @param body empty for none
     * @param key the Idempotency-Key; empty for none
     */
    record Request(String method, String path, String contentType, String body, String key) {

        HttpRequest.Builder at(URI base) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!contentType.isEmpty()) {
                builder.header("Content-Type", contentType);
            }
            if (!key.isEmpty()) {
                builder.header("Idempotency-Key", key);
            }
            return builder;
        }
    }

    static Probe get(String operation, int status, String path) {
        return new Probe(operation, status, new Request("GET", path, "", "", ""));
    }

    static Probe order(int status, String body, String key) {
        return new Probe("placeOrder", status, new Request("POST", "/api/orders", "application/json", body, key));
    }

    static Probe orderAs(int status, String contentType, String body) {
        return new Probe("placeOrder", status, new Request("POST", "/api/orders", contentType, body, ""));
    }
}
