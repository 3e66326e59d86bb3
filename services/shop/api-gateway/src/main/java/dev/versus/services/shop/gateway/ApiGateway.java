package dev.versus.services.shop.gateway;

import dev.versus.services.shop.common.Launcher;
import dev.versus.services.shop.common.Listener;
import dev.versus.services.shop.common.Settings;
import dev.versus.services.shop.common.forward.Forwarder;
import dev.versus.services.shop.common.forward.Replicas;
import dev.versus.services.shop.common.forward.Upstream;
import dev.versus.services.shop.common.registry.Announcement;
import dev.versus.services.shop.common.registry.RegistryWatch;
import dev.versus.services.shop.common.store.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.SplittableRandom;

/** The gateway: it watches the registry in the background and forwards to the replicas that it knows of. */
public final class ApiGateway extends VerticleBase {

    private static final String NAME = "api-gateway";

    private final Listener listener;
    private final Upstream products;
    private final Upstream orders;
    private final Forwarder.Options forwarderOptions;
    private final RedisLink.Options redisOptions;
    private final Announcement.Timing timing;
    private final Duration refresh;

    private ApiGateway(Settings settings) {
        listener = Listener.of(settings);
        products = Upstream.of(settings, "PRODUCT_UPSTREAM", "product-service", "registry:product-service");
        orders = Upstream.of(settings, "ORDER_UPSTREAM", "order-service", "registry:order-service");
        forwarderOptions = Forwarder.Options.of(settings);
        redisOptions = RedisLink.Options.of(settings);
        timing = Announcement.Timing.of(settings);
        refresh = settings.duration("REGISTRY_REFRESH", Duration.ofMillis(250));
    }

    /** Runs the gateway with the settings of the environment. */
    public static void main(String[] arguments) {
        Launcher.launch(NAME, ApiGateway::new);
    }

    @Override
    public Future<?> start() {
        RedisLink redis = new RedisLink(vertx, redisOptions);
        Replicas productReplicas = replicas(products, redis);
        Replicas orderReplicas = replicas(orders, redis);
        GatewayRoutes routes = new GatewayRoutes(
                new Forwarder(vertx, products.name(), productReplicas, forwarderOptions),
                new Forwarder(vertx, orders.name(), orderReplicas, forwarderOptions),
                new CorrelationId(new SplittableRandom()),
                () -> !productReplicas.isEmpty());
        return redis.start().compose(tried -> listener.serve(vertx, routes));
    }

    private Replicas replicas(Upstream upstream, RedisLink redis) {
        Replicas replicas = new Replicas(forwarderOptions.ejection(), System::nanoTime, new SplittableRandom());
        if (upstream.isRegistered()) {
            new RegistryWatch(vertx, redis, upstream.name(), timing.timeToLive()).start(refresh, replicas::update);
        } else {
            replicas.update(upstream.fixed());
        }
        return replicas;
    }
}
