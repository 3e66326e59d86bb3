package dev.versus.verdict.diagnostic;

import java.util.Map;
import java.util.Set;

/**
 * What stands around a target, as far as its environment tells.
 *
 * @param fingerprints what each service runs on (interpreter, packages, workers, limits), by service and then by key
 * @param throttledSeconds for how long its cgroups were held back by their CPU limit during its rounds, all of them together:
 *     {@code throttled_usec} of {@code cpu.stat}
 * @param pathHops what forwards its requests between the generator and the service, such as {@link #DOCKER_PROXY}
 */
public record Surroundings(
        Map<String, Map<String, String>> fingerprints, double throttledSeconds, Set<String> pathHops) {

    /** Docker's userland proxy, through which requests to a published port go when they come from the same host. */
    public static final String DOCKER_PROXY = "docker-proxy";

    public Surroundings {
        fingerprints = Map.copyOf(fingerprints);
        pathHops = Set.copyOf(pathHops);
    }

    /** Nothing is known of them. */
    public static Surroundings unknown() {
        return new Surroundings(Map.of(), 0, Set.of());
    }

    public Surroundings fingerprints(Map<String, Map<String, String>> byService) {
        return new Surroundings(byService, throttledSeconds, pathHops);
    }

    public Surroundings throttledSeconds(double seconds) {
        return new Surroundings(fingerprints, seconds, pathHops);
    }

    public Surroundings pathHops(String... hops) {
        return new Surroundings(fingerprints, throttledSeconds, Set.of(hops));
    }
}
