package dev.versus.services.shop.balancer;

import dev.versus.services.shop.common.Launcher;
import dev.versus.services.shop.common.Listener;
import dev.versus.services.shop.common.Settings;
import dev.versus.services.shop.common.forward.Forwarder;
import dev.versus.services.shop.common.forward.Replicas;
import dev.versus.services.shop.common.forward.Upstream;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.SplittableRandom;

/** The balancer: whatever comes in goes to one of the gateways at the addresses of {@code UPSTREAM}. */
public final class LoadBalancer extends VerticleBase {

    private static final String NAME = "load-balancer";

    private final Listener listener;
    private final Upstream gateways;
    private final Forwarder.Options forwarderOptions;

    private LoadBalancer(Settings settings) {
        listener = Listener.of(settings);
        gateways = Upstream.atFixedAddresses(settings, "UPSTREAM", "api-gateway", "http://api-gateway:8080");
        forwarderOptions = Forwarder.Options.of(settings);
    }

    /** Runs the balancer with the settings of the environment. */
    public static void main(String[] arguments) {
        Launcher.launch(NAME, LoadBalancer::new);
    }

    @Override
    public Future<?> start() {
        Replicas replicas = new Replicas(forwarderOptions.ejection(), System::nanoTime, new SplittableRandom());
        replicas.update(gateways.fixed());
        Forwarder forwarder = new Forwarder(vertx, gateways.name(), replicas, forwarderOptions);
        return listener.serve(vertx, forwarder::forward);
    }
}
