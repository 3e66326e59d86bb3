package dev.versus.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.Json;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The null server's own record of the service times in each target's rounds: the truth with which the generator's figures are compared.
 * The record is reset before and read after each counted stretch of load, by {@link dev.versus.run.EntryPoint#loadedThrough}. For targets of the system
 * {@code ruler} only.
 */
public final class NullServerRecord implements UnaryOperator<LoadGenerator> {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Latencies> served = new ConcurrentHashMap<>();

    @Override
    public LoadGenerator apply(LoadGenerator usual) {
        return stretch -> stretch.counted() ? witnessed(stretch, usual) : usual.offer(stretch);
    }

    /** Returns the service times that the server recorded in all rounds of a target so far. */
    public Latencies of(String target) {
        return served.getOrDefault(target, Latencies.none());
    }

    private Measurement witnessed(Stretch stretch, LoadGenerator usual) {
        URI server = stretch.target().addressFor(0);
        ask("POST", URI.create(server + "/served/reset"));
        Measurement shown = usual.offer(stretch);
        JsonNode record = parsed(ask("GET", URI.create(server + "/served")));
        served.merge(
                stretch.target().name(),
                Latencies.decode(record.path("histogram").asText()),
                Latencies::plus);
        return shown;
    }

    private static byte[] ask(String method, URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s %s got no answer of a null server: %s".formatted(method, address, e.getMessage()), e);
        }
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return Json.lines().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the null server's record is not JSON: " + e.getMessage(), e);
        }
    }
}
