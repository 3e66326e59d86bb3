package dev.versus.services.slowio;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service may be told by environment variables; one that is unset or blank gives its default.
 *
 * @param listener {@code HOST} (127.0.0.1) and {@code PORT} (8004)
 * @param upstream {@code UPSTREAM}, io-simulator's address
 * @param timeout {@code UPSTREAM_TIMEOUT} (5s): how long it may take beyond the delay that it is asked for
 * @param connectTimeout {@code UPSTREAM_CONNECT_TIMEOUT} (2s)
 */
record ServiceSettings(InetSocketAddress listener, URI upstream, Duration timeout, Duration connectTimeout) {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m)");
    private static final Pattern URL = Pattern.compile("http://[A-Za-z0-9._-]+(:[0-9]{1,5})?/?");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int HIGHEST_PORT = 65_535;

    static ServiceSettings of(Map<String, String> variables) {
        return new ServiceSettings(
                new InetSocketAddress(text(variables, "HOST", "127.0.0.1"), port(variables)),
                url(variables),
                duration(variables, "UPSTREAM_TIMEOUT", "5s"),
                duration(variables, "UPSTREAM_CONNECT_TIMEOUT", "2s"));
    }

    private static String text(Map<String, String> variables, String name, String fallback) {
        String text = variables.getOrDefault(name, "").strip();
        return text.isEmpty() ? fallback : text;
    }

    private static int port(Map<String, String> variables) {
        String text = text(variables, "PORT", "8004");
        if (!PORT.matcher(text).matches() || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new InvalidSetting("PORT", text, "a port from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static URI url(Map<String, String> variables) {
        String text = text(variables, "UPSTREAM", "http://io-simulator:8001");
        if (!URL.matcher(text).matches()) {
            throw new InvalidSetting("UPSTREAM", text, "a URL such as http://io-simulator:8001");
        }
        return URI.create(text);
    }

    private static Duration duration(Map<String, String> variables, String name, String fallback) {
        String text = text(variables, name, fallback);
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new InvalidSetting(name, text, "a duration such as 500ms, 2s or 1m");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
