package dev.versus.services.shop.common.store;

/** Where the cache keeps what, in Redis. */
final class CacheKey {

    /** The list of all products. */
    static final String LIST = "shop:cache:products";

    /** A number that grows with every invalidation. */
    static final String GENERATION = "shop:cache:generation";

    private CacheKey() {}

    static String product(int id) {
        return "shop:cache:product:" + id;
    }
}
