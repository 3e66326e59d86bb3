package dev.versus.services.slowio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers every request, also where no route matches or the handler fails. */
final class Routes implements HttpHandler {

    private static final String IO_TEST = "/benchmark/virtual-threads-io-test";
    private static final String HEALTH = "/health";
    private static final byte[] HEALTHY = "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);

    private final Upstream upstream;

    Routes(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            requireRoute(path, exchange.getRequestMethod());
            send(exchange, 200, path.equals(HEALTH) ? HEALTHY : ioTest(exchange));
        } catch (Problem.ProblemException refused) {
            send(exchange, refused.problem().status(), refused.problem().body());
        } catch (InterruptedException | RuntimeException failed) {
            System.err.println("virtual-threads: " + exchange.getRequestURI() + " failed: " + failed);
            send(exchange, Problem.INTERNAL.status(), Problem.INTERNAL.body());
        }
    }

    private static void requireRoute(String path, String method) {
        if (!path.equals(HEALTH) && !path.equals(IO_TEST)) {
            throw Problem.NOT_FOUND.toException();
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw Problem.METHOD_NOT_ALLOWED.toException();
        }
    }

    private byte[] ioTest(HttpExchange exchange) throws InterruptedException {
        FanOut fanOut = FanOut.parse(exchange.getRequestURI().getRawQuery());
        long begin = System.nanoTime();
        upstream.call(fanOut);
        double millis = (System.nanoTime() - begin) / 1e6;
        exchange.getResponseHeaders().set("Server-Timing", String.format(Locale.ROOT, "calls;dur=%.1f", millis));
        return fanOut.body();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
