package dev.versus.services.shop.common.store;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Makes the {@link ProductCache} of all replicas forget what a sale has changed. */
public final class CacheInvalidation {

    private static final String INVALIDATE = "redis.call('INCR', KEYS[1]) redis.call('DEL', KEYS[2], KEYS[3]) return 1";

    private final RedisLink redis;

    /** An invalidation over the given link. */
    public CacheInvalidation(RedisLink redis) {
        this.redis = redis;
    }

    /**
     * Forgets a product and the list. It never fails: without Redis there is nothing to forget, and what Redis should
     * bring back later has its time to live.
     */
    public Future<Void> stockChanged(int productId) {
        Request command = Request.cmd(Command.EVAL)
                .arg(INVALIDATE)
                .arg(3)
                .arg(CacheKey.GENERATION)
                .arg(CacheKey.LIST)
                .arg(CacheKey.product(productId));
        return redis.send(command).<Void>mapEmpty().otherwiseEmpty();
    }
}
