package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Map;

/**
 * Forwards requests to the replicas of one upstream, over pooled connections that a failed exchange never returns to
 * the pool.
 */
public final class Forwarder {

    private final String upstream;
    private final Replicas replicas;
    private final Options options;
    private final HttpClient client;

    /**
     * A forwarder with a pool of its own.
     *
     * @param upstream what the upstream is called in problems
     */
    public Forwarder(Vertx vertx, String upstream, Replicas replicas, Options options) {
        this.upstream = upstream;
        this.replicas = replicas;
        this.options = options;
        this.client = vertx.createHttpClient(options.client(), options.pool());
    }

    /**
     * The limits of a forwarder.
     *
     * @param connectTimeout to get a connection, waiting in the queue included
     * @param timeout without a byte from the upstream
     * @param connections to each replica at most
     * @param ejection how long a replica that refused a connection is left alone
     */
    public record Options(Duration connectTimeout, Duration timeout, int connections, Duration ejection) {

        private static final int QUEUED_PER_CONNECTION = 8;

        /** Reads the {@code UPSTREAM_*} settings. */
        public static Options of(Settings settings) {
            return new Options(
                    settings.duration("UPSTREAM_CONNECT_TIMEOUT", Duration.ofSeconds(1)),
                    settings.duration("UPSTREAM_TIMEOUT", Duration.ofSeconds(5)),
                    settings.count("UPSTREAM_CONNECTIONS", 256),
                    settings.duration("UPSTREAM_EJECTION", Duration.ofSeconds(1)));
        }

        private HttpClientOptions client() {
            return new HttpClientOptions().setConnectTimeout((int) connectTimeout.toMillis());
        }

        private PoolOptions pool() {
            return new PoolOptions()
                    .setHttp1MaxSize(connections)
                    .setMaxWaitQueueSize(connections * QUEUED_PER_CONNECTION);
        }
    }

    /** Forwards a request and answers it, in every case. */
    public void forward(HttpServerRequest request) {
        forward(request, Map.of());
    }

    /**
     * Forwards a request and answers it, in every case.
     *
     * @param stamp headers, by lower-case name, that replace the client's on the way up and the upstream's on the way
     *     down
     */
    public void forward(HttpServerRequest request, Map<String, String> stamp) {
        request.pause();
        new Exchange(this, request, stamp).begin();
    }

    String upstream() {
        return upstream;
    }

    Replicas replicas() {
        return replicas;
    }

    Options options() {
        return options;
    }

    HttpClient client() {
        return client;
    }
}
