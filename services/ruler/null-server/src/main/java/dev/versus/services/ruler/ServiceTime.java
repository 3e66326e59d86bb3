package dev.versus.services.ruler;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The service time that a query asks for: {@code us=5000} or {@code ms=5}, and with {@code extra=10} ten percent more of it. Values
 * may have decimals.
 */
final class ServiceTime {

    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> NAMES = Set.of("us", "ms", "extra");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private ServiceTime() {}

    /**
     * The nanoseconds that a query asks for, rounded to the nearest.
     *
     * @param query what stands behind the question mark
     * @param mostMillis the longest time allowed, after {@code extra}
     * @throws InvalidParameter if it asks for none, for two, or for one out of bounds
     */
    static long nanos(String query, int mostMillis) {
        Map<String, BigDecimal> given = parameters(query);
        BigDecimal nanos = base(given)
                .multiply(HUNDRED.add(given.getOrDefault("extra", BigDecimal.ZERO)))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        if (nanos.compareTo(NANOS_PER_MILLI.multiply(BigDecimal.valueOf(mostMillis))) > 0) {
            throw new InvalidParameter(
                    "The service time is too long: expected 0 to %d ms, extra included.".formatted(mostMillis));
        }
        return nanos.longValueExact();
    }

    private static BigDecimal base(Map<String, BigDecimal> given) {
        BigDecimal micros = given.get("us");
        BigDecimal millis = given.get("ms");
        if (micros != null && millis == null) {
            return micros.multiply(NANOS_PER_MICRO);
        }
        if (millis != null && micros == null) {
            return millis.multiply(NANOS_PER_MILLI);
        }
        throw new InvalidParameter("Expected either us=<microseconds> or ms=<milliseconds>.");
    }

    private static Map<String, BigDecimal> parameters(String query) {
        Map<String, BigDecimal> given = new HashMap<>();
        if (query.isEmpty()) {
            return given;
        }
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (given.put(known(name), decimal(name, value)) != null) {
                throw new InvalidParameter("The parameter %s is given twice.".formatted(name));
            }
        }
        return given;
    }

    private static String known(String name) {
        if (!NAMES.contains(name)) {
            throw new InvalidParameter("Unknown parameter: expected us or ms, and extra if wanted.");
        }
        return name;
    }

    private static BigDecimal decimal(String name, String value) {
        if (!DECIMAL.matcher(value).matches()) {
            throw new InvalidParameter("The parameter %s should be a decimal number such as 5 or 0.2.".formatted(name));
        }
        return new BigDecimal(value);
    }
}
