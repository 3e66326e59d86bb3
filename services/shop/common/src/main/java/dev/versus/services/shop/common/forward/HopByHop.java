package dev.versus.services.shop.common.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers that are meant for one connection only and must not be passed on: the well-known ones and those that
 * {@code Connection} nominates (RFC 9110, section 7.6.1).
 */
final class HopByHop {

    private static final Set<String> WELL_KNOWN = Set.of(
            "connection",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Framing and routing stay in our hands, whatever a {@code Connection} header nominates. */
    private static final Set<String> NEVER_NOMINATED = Set.of("content-length", "host");

    private HopByHop() {}

    /** Adds to {@code target} every header of {@code source} that may travel on, except the named ones. */
    static void copyEndToEnd(MultiMap source, MultiMap target, Set<String> except) {
        Set<String> nominated = nominated(source);
        for (Map.Entry<String, String> header : source) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!WELL_KNOWN.contains(name) && !nominated.contains(name) && !except.contains(name)) {
                target.add(header.getKey(), header.getValue());
            }
        }
    }

    private static Set<String> nominated(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String list : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : list.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        names.removeAll(NEVER_NOMINATED);
        return names;
    }
}
