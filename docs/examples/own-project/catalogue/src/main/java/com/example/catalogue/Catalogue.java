package com.example.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A service that answers with a list of articles, which it renders for each request or, if {@code KEEP} is true, once. */
public final class Catalogue {

    private Catalogue() {}

    public static void main(String[] arguments) throws IOException {
        String host = System.getenv().getOrDefault("HOST", "127.0.0.1");
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        Supplier<byte[]> list = list(Boolean.parseBoolean(System.getenv("KEEP")));
        server.createContext("/catalogue", exchange -> answer(exchange, list.get()));
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.start();
    }

    private static Supplier<byte[]> list(boolean keep) {
        byte[] kept = render();
        return keep ? () -> kept : Catalogue::render;
    }

    private static byte[] render() {
        return IntStream.rangeClosed(1, 500)
                .mapToObj(number -> String.format("{\"article\":%d,\"price\":\"%.2f\"}", number, number * 1.19))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
