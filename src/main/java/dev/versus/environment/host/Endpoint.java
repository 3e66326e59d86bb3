package dev.versus.environment.host;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where one replica listens.
 *
 * @param host the address at which this host reaches it
 * @param alone whether no one else listens at its addresses, so that it may take all of them; otherwise it takes {@code host} alone
 * @param ports the port at that address for each port that the Compose file speaks of, in its order
 */
public record Endpoint(String host, boolean alone, Map<Integer, Integer> ports) {

    private static final String LOOPBACK = "127.0.0.1";

    public Endpoint {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    /** On the loopback address that all processes of this host share. */
    public static Endpoint loopback(Map<Integer, Integer> ports) {
        return new Endpoint(LOOPBACK, false, ports);
    }
}
