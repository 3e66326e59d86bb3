package example;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Instant;

/** Tells the time. */
public final class Clock {

    private Clock() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        String host = System.getenv().getOrDefault("HOST", "0.0.0.0");
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.createContext("/", exchange -> {
            byte[] now = Instant.now().toString().getBytes();
            exchange.sendResponseHeaders(200, now.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(now);
            }
        });
        server.start();
    }
}
