package dev.versus.environment.host;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Address and ports of one replica.
 *
 * @param host the address at which this host reaches the replica
 * @param alone whether the replica has its addresses to itself and may listen on all of them; otherwise it must listen on {@code host} only
 * @param ports the port at that address for each port that the Compose file mentions, in the file's order
 */
public record Endpoint(String host, boolean alone, Map<Integer, Integer> ports) {

    private static final String LOOPBACK = "127.0.0.1";

    public Endpoint {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    /** Returns an endpoint on the loopback address, which all processes of this host share. */
    public static Endpoint loopback(Map<Integer, Integer> ports) {
        return new Endpoint(LOOPBACK, false, ports);
    }
}
