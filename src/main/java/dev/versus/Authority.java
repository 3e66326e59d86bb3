package dev.versus;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and the port of an address, also where {@link URI#getHost} finds none: host names with an underscore, as Compose files have them.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port the port, or -1 if the address has none
 */
public record Authority(String host, int port) {

    private static final int MOST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:[^@]*@)?(\\[[\\p{XDigit}:.]+(?:%[\\w.-]+)?]|[\\w.-]+)(?::(\\d{1,5}))?");

    /** Returns the authority of an address; empty if it has none that can be read. */
    public static Optional<Authority> of(URI address) {
        Matcher form = FORM.matcher(String.valueOf(address.getRawAuthority()));
        return address.getRawAuthority() != null && form.matches()
                ? Optional.of(
                        new Authority(form.group(1), form.group(2) == null ? -1 : Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** Tells whether a server can listen at the port, or none is given. */
    public boolean hasPossiblePort() {
        return port == -1 || (port >= 1 && port <= MOST_PORT);
    }

    /** Returns the host, an IPv6 address without its brackets. */
    public String bareHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    /** Returns the address at another host, with the same port and path. */
    public static URI moved(URI address, String host) {
        int port = of(address).map(Authority::port).orElse(-1);
        String authority = port < 0 ? host : host + ":" + port;
        return URI.create(address.toString().replaceFirst("//[^/?#]*", Matcher.quoteReplacement("//" + authority)));
    }
}
