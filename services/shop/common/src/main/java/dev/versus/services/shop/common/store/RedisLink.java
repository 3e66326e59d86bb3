package dev.versus.services.shop.common.store;

import dev.versus.services.shop.common.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One pipelined connection to a Redis that may be away.
 *
 * <p>While Redis is away a command fails at once. A Redis that hangs is found out by a PING that stays unanswered for
 * one probe interval: then everything in flight fails, and a new connection is tried until one answers. All of it
 * happens on one event loop.
 */
public final class RedisLink {

    private static final System.Logger LOG = System.getLogger(RedisLink.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int COMMANDS_IN_FLIGHT = 8192;

    private final Vertx vertx;
    private final URI url;
    private final Duration probeInterval;
    private final List<Runnable> onConnected = new ArrayList<>();
    private @Nullable Redis client;
    private @Nullable RedisConnection connection;
    private boolean awaitingPong;
    private boolean toldAway;

    /** A link to {@code REDIS_URL}, probed every {@code REDIS_PROBE} (default 250 ms). */
    public RedisLink(Vertx vertx, Options options) {
        this.vertx = vertx;
        this.url = options.url();
        this.probeInterval = options.probeInterval();
    }

    /**
     * The settings of a link.
     *
     * @param url where Redis is
     * @param probeInterval between two PINGs or two attempts to connect
     */
    public record Options(URI url, Duration probeInterval) {

        /** Reads {@code REDIS_URL} and {@code REDIS_PROBE}. */
        public static Options of(Settings settings) {
            return new Options(
                    settings.url("REDIS_URL", "redis://redis:6379"),
                    settings.duration("REDIS_PROBE", Duration.ofMillis(250)));
        }
    }

    /** Starts to connect; completes after the first attempt, whether it succeeded or not. */
    public Future<Void> start() {
        vertx.setPeriodic(probeInterval.toMillis(), timer -> probe());
        return connect().otherwiseEmpty().mapEmpty();
    }

    /** Calls back each time that a connection is established. */
    public void whenConnected(Runnable action) {
        onConnected.add(action);
    }

    /** Where Redis is. */
    public URI url() {
        return url;
    }

    /** Whether Redis answers, as far as is known now. */
    public boolean isConnected() {
        return connection != null;
    }

    /** Sends a command; fails at once while Redis is away. */
    public Future<@Nullable Response> send(Request command) {
        RedisConnection current = connection;
        return current == null ? Future.failedFuture("Redis is away") : current.send(command);
    }

    private void probe() {
        if (connection == null) {
            if (client == null) {
                connect();
            }
        } else if (awaitingPong) {
            drop(connection, "no answer to PING");
        } else {
            awaitingPong = true;
            connection.send(Request.cmd(Command.PING)).onSuccess(pong -> awaitingPong = false);
        }
    }

    private Future<RedisConnection> connect() {
        Redis attempt = Redis.createClient(vertx, redisOptions());
        client = attempt;
        return attempt.connect()
                .compose(fresh -> fresh.send(Request.cmd(Command.PING)).map(fresh))
                .timeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(this::established)
                .onFailure(cause -> {
                    away(cause.getMessage());
                    release(attempt);
                });
    }

    private RedisOptions redisOptions() {
        return new RedisOptions()
                .setConnectionString(url.toString())
                .setMaxPoolSize(1)
                .setMaxWaitingHandlers(COMMANDS_IN_FLIGHT)
                .setNetClientOptions(new NetClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()));
    }

    private void established(RedisConnection fresh) {
        connection = fresh;
        awaitingPong = false;
        toldAway = false;
        fresh.endHandler(end -> drop(fresh, "the connection ended"));
        fresh.exceptionHandler(cause -> drop(fresh, String.valueOf(cause.getMessage())));
        LOG.log(System.Logger.Level.INFO, "Redis at {0} is connected", url.getAuthority());
        onConnected.forEach(Runnable::run);
    }

    private void drop(RedisConnection broken, String reason) {
        if (connection == broken) {
            connection = null;
            away(reason);
            release(client);
        }
    }

    private void away(@Nullable String reason) {
        if (!toldAway) {
            toldAway = true;
            LOG.log(System.Logger.Level.WARNING, "Redis at {0} is away: {1}", url.getAuthority(), reason);
        }
    }

    private void release(@Nullable Redis used) {
        if (used != null) {
            used.close();
        }
        if (client == used) {
            client = null;
        }
    }
}
