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
 * The ports of the loopback address. Free ones are drawn from below the range that the kernel takes for outgoing connections, so
 * that a load generator's own connections do not snatch a port between its choice and its use.
 */
public final class Ports {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    /** So many that hardly any port of the range is never drawn. */
    private static final int TRIES = 100_000;

    private final RandomGenerator random;

    public Ports(RandomGenerator random) {
        this.random = random;
    }

    /**
     * So many different ports that nobody listens on now.
     *
     * @throws InvalidInput if they are not found
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
     * Refuses a port that somebody listens on.
     *
     * @throws InvalidInput with who does
     */
    public static void requireFree(String service, int port) {
        if (!isFree(port)) {
            String holder = PortHolder.of(port).map(who -> " by " + who).orElse("");
            throw new InvalidInput("The port " + port + ", which the service '" + service + "' is to have, is taken"
                    + holder + "; stop that, or choose another port.");
        }
    }
}
