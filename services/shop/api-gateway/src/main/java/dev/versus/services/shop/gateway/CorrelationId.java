package dev.versus.services.shop.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The id that ties together what one request causes: the client's own if it is harmless, and otherwise a new one. */
final class CorrelationId {

    /** The header, in lower case. */
    static final String HEADER = "x-correlation-id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final RandomGenerator random;

    CorrelationId(RandomGenerator random) {
        this.random = random;
    }

    String of(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && HARMLESS.matcher(given).matches() ? given : fresh();
    }

    /** 128 random bits in 32 hexadecimal digits, so that every response has the same length. */
    private String fresh() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
