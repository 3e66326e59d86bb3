package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Ports of the loopback address. Free ports are drawn from below the range that the kernel uses for outgoing connections, so that a
 * connection of the load generator cannot take a port between its choice and its use.
 */
public final class Ports {

    /** The beginning of an option of an environment that chooses a port of this host for a service. */
    public static final String OPTION = "port.";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");
    private static final int MOST = 65_535;
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
     * Reads the port that an option names.
     *
     * @throws InvalidInput if its value is not a port
     */
    public static int read(String option, String value) {
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) > MOST) {
            throw new InvalidInput("The option " + option + " is " + value + ": expected a port from 1 to 65535.");
        }
        return Integer.parseInt(value);
    }

    /**
     * Checks that nobody listens on the ports that the user has chosen for services of a system.
     *
     * @throws InvalidInput if somebody does, with the process where it is known, or if there is no such service
     */
    public static void requireFree(SystemDefinition system, Map<String, Integer> chosen) {
        chosen.forEach((service, port) -> requireFree(system.service(service).name(), port));
    }

    private static void requireFree(String service, int port) {
        if (!isFree(port)) {
            String holder = PortHolder.of(port).map(who -> " by " + who).orElse("");
            throw new InvalidInput("The port " + port + ", which the service '" + service + "' is to have, is taken"
                    + holder + "; stop that, or choose another port.");
        }
    }
}
