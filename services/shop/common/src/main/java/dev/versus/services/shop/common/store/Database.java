package dev.versus.services.shop.common.store;

import dev.versus.services.shop.common.Problem;
import dev.versus.services.shop.common.Settings;
import dev.versus.services.shop.common.StartFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL database behind a bounded pool of pipelined connections.
 *
 * <p>Every query answers or fails within its time limit. Whatever is wrong with the database itself becomes the
 * problem {@code database_unavailable}; an error that PostgreSQL reports about a statement stays a
 * {@link PgException}.
 */
public final class Database {

    /** The answer to a request that needs a database which is not there. */
    public static final Problem UNAVAILABLE =
            new Problem(503, "database_unavailable", "The database cannot be reached; try again shortly.");

    /** SQLSTATE classes: connection, authorization, no such database, resources, not ready, shutdown, system. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28", "3D", "53", "55", "57", "58");

    private static final Duration RETRY_INTERVAL = Duration.ofMillis(200);

    private final Vertx vertx;
    private final Options options;
    private final Pool pool;

    /** A pool of connections; none is opened before the first query. */
    public Database(Vertx vertx, Options options) {
        this.vertx = vertx;
        this.options = options;
        this.pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(connectOptions(options))
                .with(poolOptions(options))
                .build();
    }

    /**
     * The settings of the database.
     *
     * @param url where it is, with user, password and name
     * @param connections at most this many at once
     * @param queryTimeout from asking for a connection to the last row
     * @param startTimeout how long a starting service waits for the database
     */
    public record Options(URI url, int connections, Duration queryTimeout, Duration startTimeout) {

        /** Reads {@code POSTGRES_URL} or {@code DATABASE_URL}, {@code DB_CONNECTIONS} and the two timeouts. */
        public static Options of(Settings settings) {
            return new Options(
                    settings.url("POSTGRES_URL", "DATABASE_URL", "postgresql://shop:shop@postgres:5432/shop"),
                    settings.count("DB_CONNECTIONS", 4),
                    settings.duration("DB_TIMEOUT", Duration.ofSeconds(2)),
                    settings.duration("START_TIMEOUT", Duration.ofSeconds(30)));
        }
    }

    private static PgConnectOptions connectOptions(Options options) {
        PgConnectOptions connect = PgConnectOptions.fromUri(options.url().toString());
        connect.setPipeliningLimit(64).setCachePreparedStatements(true);
        connect.setReconnectAttempts(0);
        return connect;
    }

    private static PoolOptions poolOptions(Options options) {
        return new PoolOptions()
                .setMaxSize(options.connections())
                .setConnectionTimeout((int) options.queryTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    /** Runs one prepared statement. */
    public Future<RowSet<Row>> query(String sql, Tuple arguments) {
        return bounded(pool.preparedQuery(sql).execute(arguments));
    }

    /** Whether the database answers; never fails. */
    public Future<Boolean> isReachable() {
        return bounded(pool.query("SELECT 1").execute()).map(true).otherwise(false);
    }

    /** Waits until the database answers, then creates and fills what is missing in it. */
    public Future<Void> prepare() {
        long deadline = System.nanoTime() + options.startTimeout().toNanos();
        return prepareUntil(deadline);
    }

    private Future<Void> prepareUntil(long deadline) {
        Future<Void> attempt = pool.query(Schema.CREATE_AND_SEED).execute().<Void>mapEmpty();
        return attempt.timeout(options.startTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(cause -> System.nanoTime() < deadline
                        ? vertx.timer(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
                                .compose(elapsed -> prepareUntil(deadline))
                        : Future.failedFuture(unreachable(cause)));
    }

    private StartFailure unreachable(Throwable cause) {
        URI url = options.url();
        String where = url.getHost() + ":" + (url.getPort() == -1 ? 5432 : url.getPort()) + url.getPath();
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return new StartFailure(
                "the database at " + where + " did not answer within "
                        + options.startTimeout().toMillis() + " ms: " + reason,
                cause);
    }

    private <T> Future<T> bounded(Future<T> query) {
        return query.timeout(options.queryTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(cause -> Future.failedFuture(isAboutTheStatement(cause) ? cause : UNAVAILABLE.toException()));
    }

    private static boolean isAboutTheStatement(Throwable cause) {
        return cause instanceof PgException refused
                && !UNAVAILABLE_CLASSES.contains(refused.getSqlState().substring(0, 2));
    }
}
