package dev.versus.services.slowio;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;

/** The service as a program: it listens, and on SIGTERM answers what was asked already. */
public final class VirtualThreads {

    private static final int BACKLOG = 1_024;
    private static final int GRACE_SECONDS = 2;

    private VirtualThreads() {}

    /** Serves with the settings of the environment until the process is told to end. */
    public static void main(String[] arguments) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpclient.keepalive.timeout", "300");
        System.setProperty("jdk.httpclient.connectionPoolSize", "0");
        try {
            serve(ServiceSettings.of(System.getenv()));
        } catch (InvalidSetting invalid) {
            end(String.valueOf(invalid.getMessage()), 2);
        } catch (IOException taken) {
            end("cannot listen: " + taken.getMessage() + "; set HOST and PORT to a free address.", 1);
        }
    }

    private static void serve(ServiceSettings settings) throws IOException {
        Threads threads = Threads.best();
        HttpServer server = HttpServer.create(settings.listener(), BACKLOG);
        server.setExecutor(threads.executor());
        server.createContext("/", new Routes(new Upstream(settings, threads.executor())));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(GRACE_SECONDS), "stop"));
        server.start();
        System.out.printf(
                "virtual-threads listens on %s:%d (%s threads).%n",
                settings.listener().getHostString(), server.getAddress().getPort(), threads.kind());
    }

    private static void end(String sentence, int code) {
        System.err.println("virtual-threads: " + sentence);
        System.exit(code);
    }
}
