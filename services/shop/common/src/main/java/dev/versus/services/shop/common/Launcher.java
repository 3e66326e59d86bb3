package dev.versus.services.shop.common;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs one service as the program: one event loop, a clean stop on SIGTERM, and exit codes that scripts can trust.
 *
 * <p>Exit 2 means that a setting is wrong, exit 1 that the service could not start; both say why in one sentence on
 * the standard error.
 */
public final class Launcher {

    private static final int CANNOT_START = 1;
    private static final int INVALID_SETTING = 2;
    private static final int STOP_SECONDS = 3;

    private final String name;

    private Launcher(String name) {
        this.name = name;
    }

    /**
     * Starts a service from the environment variables of this process.
     *
     * @param name what the service calls itself in its messages
     * @param service reads all settings when it is made, and does everything else when it starts
     */
    public static void launch(String name, Function<Settings, VerticleBase> service) {
        new Launcher(name).start(service);
    }

    private void start(Function<Settings, VerticleBase> service) {
        preferTheJdk();
        VerticleBase verticle = make(service);
        Vertx vertx = Vertx.vertx(options());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx), "stop"));
        vertx.deployVerticle(verticle)
                .onSuccess(id -> System.err.println(name + ": ready"))
                .onFailure(cause -> {
                    System.err.println(name + ": cannot start: " + cause.getMessage());
                    exitOutsideOfTheEventLoop();
                });
    }

    private VerticleBase make(Function<Settings, VerticleBase> service) {
        try {
            return service.apply(new Settings(System.getenv()));
        } catch (InvalidSetting invalid) {
            System.err.println(name + ": " + invalid.getMessage());
            System.exit(INVALID_SETTING);
            throw invalid;
        }
    }

    /** The stop that exiting brings about needs the event loop, and would wait for the one that waits for it. */
    private static void exitOutsideOfTheEventLoop() {
        new Thread(() -> System.exit(CANNOT_START), "exit").start();
    }

    /** The JDK's own logging, resolver and sockets start fastest, whatever else the class path offers. */
    private static void preferTheJdk() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %5$s%6$s%n");
        System.setProperty("vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.JULLogDelegateFactory");
        System.setProperty("vertx.disableDnsResolver", "true");
        System.setProperty("io.netty.transport.noNative", "true");
        System.setProperty("io.netty.handler.ssl.noOpenSsl", "true");
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }

    private static VertxOptions options() {
        FileSystemOptions noFileCache =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new VertxOptions().setEventLoopPoolSize(1).setFileSystemOptions(noFileCache);
    }

    private static void stop(Vertx vertx) {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            System.err.println("stopped before everything was closed: " + late);
        }
    }
}
