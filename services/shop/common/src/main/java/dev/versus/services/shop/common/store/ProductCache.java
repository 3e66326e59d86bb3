package dev.versus.services.shop.common.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Products as ready-made JSON in Redis: what is read from it goes out byte for byte.
 *
 * <p>A reader that finds nothing takes the generation before it asks the source, and stores its answer only if the
 * generation is still the same. So an answer that was read before a sale can never replace what was invalidated by
 * that sale. Without Redis the source answers every time.
 */
public final class ProductCache {

    private static final String STORE_IF_SAME_GENERATION = """
            if (redis.call('GET', KEYS[2]) or '0') == ARGV[2] then
              redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
            end
            return 1""";
    private final RedisLink redis;
    private final Duration timeToLive;

    /** A cache whose entries live for at most the given time. */
    public ProductCache(RedisLink redis, Duration timeToLive) {
        this.redis = redis;
        this.timeToLive = timeToLive;
    }

    /** The list of all products, from the cache or else from the source. */
    public Future<Optional<Buffer>> list(Supplier<Future<Optional<Buffer>>> source) {
        return read(CacheKey.LIST, source);
    }

    /** One product, from the cache or else from the source; a product that does not exist is not remembered. */
    public Future<Optional<Buffer>> product(int id, Supplier<Future<Optional<Buffer>>> source) {
        return read(CacheKey.product(id), source);
    }

    private Future<Optional<Buffer>> read(String key, Supplier<Future<Optional<Buffer>>> source) {
        return get(key).transform(found -> {
            if (found.failed()) {
                return source.get();
            }
            return found.result().isPresent() ? Future.succeededFuture(found.result()) : refill(key, source);
        });
    }

    private Future<Optional<Buffer>> refill(String key, Supplier<Future<Optional<Buffer>>> source) {
        return get(CacheKey.GENERATION)
                .transform(generation -> source.get().compose(answer -> {
                    if (generation.failed() || answer.isEmpty()) {
                        return Future.succeededFuture(answer);
                    }
                    String before = generation.result().map(Buffer::toString).orElse("0");
                    return store(key, answer.get(), before).map(answer);
                }));
    }

    private Future<Void> store(String key, Buffer json, String generation) {
        Request command = Request.cmd(Command.EVAL)
                .arg(STORE_IF_SAME_GENERATION)
                .arg(2)
                .arg(key)
                .arg(CacheKey.GENERATION)
                .arg(json)
                .arg(generation)
                .arg(timeToLive.toMillis());
        return redis.send(command).<Void>mapEmpty().otherwiseEmpty();
    }

    private Future<Optional<Buffer>> get(String key) {
        return redis.send(Request.cmd(Command.GET, key))
                .map(answer -> Optional.ofNullable(answer).map(Response::toBuffer));
    }
}
