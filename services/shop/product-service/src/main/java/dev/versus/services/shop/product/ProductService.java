package dev.versus.services.shop.product;

import dev.versus.services.shop.common.Launcher;
import dev.versus.services.shop.common.Listener;
import dev.versus.services.shop.common.Settings;
import dev.versus.services.shop.common.registry.Announcement;
import dev.versus.services.shop.common.store.Database;
import dev.versus.services.shop.common.store.ProductCache;
import dev.versus.services.shop.common.store.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Optional;

/** A replica of the product service: it prepares the database, listens, and announces itself. */
public final class ProductService extends VerticleBase {

    private static final String NAME = "product-service";

    private final Listener listener;
    private final Database.Options databaseOptions;
    private final RedisLink.Options redisOptions;
    private final Announcement.Options announcementOptions;
    private final Duration cacheTimeToLive;
    private final ExtraWork extraWork;
    private Optional<Announcement> announcement = Optional.empty();

    private ProductService(Settings settings) {
        listener = Listener.of(settings);
        databaseOptions = Database.Options.of(settings);
        redisOptions = RedisLink.Options.of(settings);
        announcementOptions = Announcement.Options.of(settings, NAME, listener.port());
        cacheTimeToLive = settings.duration("CACHE_TTL", Duration.ofSeconds(30));
        extraWork = ExtraWork.of(settings);
    }

    /** Runs the service with the settings of the environment. */
    public static void main(String[] arguments) {
        Launcher.launch(NAME, ProductService::new);
    }

    @Override
    public Future<?> start() {
        Database database = new Database(vertx, databaseOptions);
        RedisLink redis = new RedisLink(vertx, redisOptions);
        Products products = new Products(database, new ProductCache(redis, cacheTimeToLive));
        ProductRoutes routes = new ProductRoutes(products, database, redis, extraWork);
        return Future.all(database.prepare(), redis.start())
                .compose(prepared -> listener.serve(vertx, routes.router(vertx)))
                .onSuccess(server -> announce(redis));
    }

    private void announce(RedisLink redis) {
        Announcement begun = new Announcement(vertx, redis, announcementOptions);
        begun.start();
        announcement = Optional.of(begun);
    }

    @Override
    public Future<?> stop() {
        return announcement.map(Announcement::stop).orElseGet(Future::succeededFuture);
    }
}
