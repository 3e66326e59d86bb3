package dev.versus.services.shop.common.registry;

import dev.versus.services.shop.common.Address;
import dev.versus.services.shop.common.Settings;
import dev.versus.services.shop.common.store.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A replica that tells the registry, again and again, that it is there. When it dies its key expires; when it stops
 * it takes the key away itself.
 */
public final class Announcement {

    private static final System.Logger LOG = System.getLogger(Announcement.class.getName());
    private static final int DEFAULT_REDIS_PORT = 6379;

    private final Vertx vertx;
    private final RedisLink redis;
    private final Options options;
    private Optional<String> key = Optional.empty();

    /** An announcement that begins with {@link #start()}. */
    public Announcement(Vertx vertx, RedisLink redis, Options options) {
        this.vertx = vertx;
        this.redis = redis;
        this.options = options;
    }

    /**
     * The settings of an announcement.
     *
     * @param service the name that replicas share
     * @param port where this replica listens
     * @param host where others find it; by default the local address of the way to the registry
     * @param timing heartbeat and time to live
     */
    public record Options(String service, int port, Optional<String> host, Timing timing) {

        /** Reads {@code ADVERTISE_HOST} and the timing. */
        public static Options of(Settings settings, String service, int port) {
            return new Options(service, port, settings.value("ADVERTISE_HOST"), Timing.of(settings));
        }
    }

    /**
     * How often a replica announces itself, and for how long each time counts.
     *
     * @param heartbeat between two announcements
     * @param timeToLive after which a silent replica is gone
     */
    public record Timing(Duration heartbeat, Duration timeToLive) {

        /** Reads {@code REGISTRY_HEARTBEAT} (500 ms) and {@code REGISTRY_TTL} (2 s), which must be longer. */
        public static Timing of(Settings settings) {
            Timing timing = new Timing(
                    settings.duration("REGISTRY_HEARTBEAT", Duration.ofMillis(500)),
                    settings.duration("REGISTRY_TTL", Duration.ofSeconds(2)));
            if (timing.heartbeat.compareTo(timing.timeToLive) >= 0) {
                throw settings.invalid(
                        "REGISTRY_TTL", timing.timeToLive.toMillis() + "ms", "longer than REGISTRY_HEARTBEAT");
            }
            return timing;
        }
    }

    /** Begins to announce the replica; a registry that is away is told as soon as it is back. */
    public void start() {
        redis.whenConnected(this::beat);
        vertx.setPeriodic(options.timing().heartbeat().toMillis(), timer -> beat());
        beat();
    }

    /** Takes the announcement back; never fails. */
    public Future<Void> stop() {
        Optional<String> announced = key;
        key = Optional.empty();
        return announced
                .map(name -> redis.send(Request.cmd(Command.DEL, name))
                        .<Void>mapEmpty()
                        .otherwiseEmpty())
                .orElseGet(Future::succeededFuture);
    }

    private void beat() {
        if (redis.isConnected()) {
            ownHost()
                    .onSuccess(this::announce)
                    .onFailure(cause -> LOG.log(
                            System.Logger.Level.WARNING,
                            "cannot announce {0}: {1}",
                            options.service(),
                            cause.getMessage()));
        }
    }

    private void announce(String host) {
        String name = RegistryKey.of(options.service(), new Address(host, options.port()));
        key = Optional.of(name);
        redis.send(Request.cmd(Command.SET)
                .arg(name)
                .arg("")
                .arg("PX")
                .arg(options.timing().timeToLive().toMillis()));
    }

    private Future<String> ownHost() {
        return options.host()
                .map(Future::succeededFuture)
                .orElseGet(() -> vertx.executeBlocking(() -> localAddressToward(redis.url())));
    }

    /** Connecting a datagram socket sends nothing, but makes the kernel choose the local address of the route. */
    static String localAddressToward(URI url) throws SocketException {
        int port = url.getPort() == -1 ? DEFAULT_REDIS_PORT : url.getPort();
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(url.getHost(), port));
            return probe.getLocalAddress().getHostAddress();
        }
    }
}
