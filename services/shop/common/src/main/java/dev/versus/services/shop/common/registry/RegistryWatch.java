package dev.versus.services.shop.common.registry;

import dev.versus.services.shop.common.Address;
import dev.versus.services.shop.common.store.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Watches the replicas of one service in the background and tells each change to its listener. */
public final class RegistryWatch {

    private static final System.Logger LOG = System.getLogger(RegistryWatch.class.getName());

    private final Vertx vertx;
    private final RedisLink redis;
    private final String service;
    private final RegistryView view;

    /**
     * A watch that begins with {@link #start}.
     *
     * @param service the name that the replicas share
     * @param timeToLive of an announcement: so long an absent registry may need to become complete again
     */
    public RegistryWatch(Vertx vertx, RedisLink redis, String service, Duration timeToLive) {
        this.vertx = vertx;
        this.redis = redis;
        this.service = service;
        this.view = new RegistryView(timeToLive, System::nanoTime);
    }

    /** Looks at once, whenever the registry is back, and at every interval. */
    public void start(Duration interval, Consumer<Set<Address>> listener) {
        redis.whenConnected(() -> look(listener));
        vertx.setPeriodic(interval.toMillis(), timer -> look(listener));
        look(listener);
    }

    private void look(Consumer<Set<Address>> listener) {
        scan("0", new HashSet<>()).onFailure(cause -> view.registryAway()).onSuccess(registered -> {
            Set<Address> before = view.live();
            view.told(registered);
            if (!before.equals(view.live())) {
                LOG.log(System.Logger.Level.INFO, "live replicas of {0}: {1}", service, view.live());
                listener.accept(view.live());
            }
        });
    }

    private Future<Set<Address>> scan(String cursor, Set<Address> found) {
        Request command = Request.cmd(Command.SCAN)
                .arg(cursor)
                .arg("MATCH")
                .arg(RegistryKey.prefix(service) + "*")
                .arg("COUNT")
                .arg(1000);
        return redis.send(command).compose(page -> {
            if (page == null) {
                return Future.failedFuture("SCAN had no answer");
            }
            for (Response key : page.get(1)) {
                Optional<Address> address = RegistryKey.address(service, key.toString());
                address.ifPresent(found::add);
            }
            String next = page.get(0).toString();
            return "0".equals(next) ? Future.succeededFuture(found) : scan(next, found);
        });
    }
}
