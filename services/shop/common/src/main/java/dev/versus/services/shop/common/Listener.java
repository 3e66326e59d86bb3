package dev.versus.services.shop.common;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/**
 * Where a service listens for HTTP/1.1, from {@code HOST} and {@code PORT}.
 *
 * @param host the local address to bind
 * @param port the port to bind
 */
public record Listener(String host, int port) {

    /** Longer than clients keep a connection in their pool, so that they close it and not the server. */
    private static final int IDLE_SECONDS = 120;

    /** Reads {@code HOST} (default {@code 127.0.0.1}) and {@code PORT} (default {@code 8080}). */
    public static Listener of(Settings settings) {
        return new Listener(settings.text("HOST", "127.0.0.1"), settings.port("PORT", 8080));
    }

    /** Starts to listen; fails with one sentence if the address cannot be bound. */
    public Future<HttpServer> serve(Vertx vertx, Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer(options())
                .requestHandler(handler)
                .listen(port, host)
                .recover(cause -> Future.failedFuture(
                        new StartFailure("cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause)));
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
}
