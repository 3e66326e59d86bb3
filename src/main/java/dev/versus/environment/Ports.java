package dev.versus.environment;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ports of the loopback address. Free ports are drawn from below the range that the kernel uses for outgoing connections, so that a
 * connection of the load generator cannot take a port between its choice and its use.
 */
public final class Ports {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    /** With this many draws, hardly any port of the range is never drawn. */
    private static final int TRIES = 100_000;

    private final RandomGenerator random;

    public Ports(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Returns this many different ports that nobody listens on now, from 15000 to 31999.
     *
     * @throws InvalidInput if there are not enough
     */
    public List<Integer> free(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        for (int tries = 0; ports.size() < count && tries < TRIES; tries++) {
            int candidate = random.nextInt(LOWEST, HIGHEST);
            if (!ports.contains(candidate) && isFree(candidate)) {
                ports.add(candidate);
            }
        }
        if (ports.size() < count) {
            throw new InvalidInput("Of the " + count + " ports that the system needs, " + ports.size()
                    + " free ones were found from " + LOWEST + " to " + (HIGHEST - 1)
                    + " on the loopback address; lower its deploy.replicas, or stop what listens there: see ss -ltn.");
        }
        return List.copyOf(ports);
    }

    /** Tells whether nobody listens on a port of the loopback address. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Checks that nobody listens on a port.
     *
     * @throws InvalidInput if somebody does, with the process where it is known
     */
    public static void requireFree(String service, int port) {
        if (!isFree(port)) {
            String holder = PortHolder.of(port).map(who -> " by " + who).orElse("");
            throw new InvalidInput("The port " + port + ", which the service '" + service + "' is to have, is taken"
                    + holder + "; stop that, or choose another port.");
        }
    }
}
