package dev.versus.services.shop.common;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a service, read from environment variables.
 *
 * <p>A variable that is unset or blank gives its default. Any other value is either understood or refused with an
 * {@link InvalidSetting}; nothing is guessed.
 *
 * @param variables the environment, by name
 */
public record Settings(Map<String, String> variables) {

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,8})(ms|s|m)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** The text of a variable, or the default. */
    public String text(String name, String fallback) {
        return value(name).orElse(fallback);
    }

    /** The text of a variable, if it is set. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A TCP port from 1 to 65535. */
    public int port(String name, int fallback) {
        String text = text(name, Integer.toString(fallback));
        if (!NUMBER.matcher(text).matches() || !Address.isPort(Integer.parseInt(text))) {
            throw new InvalidSetting(name, text, "a port from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    /** A whole number that is at least 1. */
    public int count(String name, int fallback) {
        String text = text(name, Integer.toString(fallback));
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < 1) {
            throw new InvalidSetting(name, text, "a whole number from 1 to 999999999");
        }
        return Integer.parseInt(text);
    }

    /** A positive duration with its unit: {@code 500ms}, {@code 2s}, {@code 1m}. */
    public Duration duration(String name, Duration fallback) {
        return value(name).map(text -> parseDuration(name, text)).orElse(fallback);
    }

    private static Duration parseDuration(String name, String text) {
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

    /** A URL with one of the schemes of its default, and a host. */
    public URI url(String name, String fallback) {
        URI example = URI.create(fallback);
        String text = text(name, fallback);
        return parseUrl(text)
                .filter(url -> example.getScheme().equals(url.getScheme()))
                .orElseThrow(() -> new InvalidSetting(name, text, "a URL such as " + fallback));
    }

    /** The same with several names for one setting: the first that is set counts. */
    public URI url(String name, String otherName, String fallback) {
        return value(name).isPresent() || value(otherName).isEmpty() ? url(name, fallback) : url(otherName, fallback);
    }

    /** Refuses a setting whose form only its reader can judge. */
    public InvalidSetting invalid(String name, String value, String expected) {
        return new InvalidSetting(name, value, expected);
    }

    static Optional<URI> parseUrl(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> url.getHost() != null && isPortOrUnset(url.getPort()));
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPortOrUnset(int port) {
        return port == -1 || Address.isPort(port);
    }
}
