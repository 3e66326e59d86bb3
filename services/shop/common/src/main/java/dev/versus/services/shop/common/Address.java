package dev.versus.services.shop.common;

import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one replica listens.
 *
 * @param host a name or an IP address; an IPv6 address stands without brackets
 * @param port from 1 to 65535
 */
public record Address(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):(\\d{1,5})");

    /** By host, then by port. */
    public static final Comparator<Address> ORDER =
            Comparator.comparing(Address::host).thenComparingInt(Address::port);

    /** Whether a number can be a TCP port that one connects to. */
    static boolean isPort(int number) {
        return number >= 1 && number <= 65535;
    }

    /** Reads {@code host:port} or {@code [ipv6]:port}; empty for anything else. */
    public static Optional<Address> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !isPort(Integer.parseInt(parts.group(3)))) {
            return Optional.empty();
        }
        String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
        return Optional.of(new Address(host, Integer.parseInt(parts.group(3))));
    }

    /** Reads the address out of a URL such as {@code http://api-gateway:8080}; port 80 if it names none. */
    public static Optional<Address> parseUrl(String text) {
        return Settings.parseUrl(text)
                .filter(url -> "http".equals(url.getScheme()))
                .map(Address::of);
    }

    private static Address of(URI url) {
        String host = url.getHost().startsWith("[")
                ? url.getHost().substring(1, url.getHost().length() - 1)
                : url.getHost();
        return new Address(host, url.getPort() == -1 ? 80 : url.getPort());
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
