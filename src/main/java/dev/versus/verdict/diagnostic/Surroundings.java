package dev.versus.verdict.diagnostic;

import dev.versus.EnvironmentFacts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands around a target, as far as its environment tells.
 *
 * @param origin what it was launched from; empty for an address that was there already
 * @param fingerprints what each service runs on, by service and then by key, as docs/results.md lists them
 * @param pathHops what forwards its requests between the generator and the service, such as {@link EnvironmentFacts#DOCKER_PROXY}
 */
public record Surroundings(
        Optional<Origin> origin, Map<String, Map<String, String>> fingerprints, Set<String> pathHops) {

    /**
     * What a target was launched from.
     *
     * @param system the system
     * @param variant its variant, if one was chosen, with what its Compose files were given for their variables
     * @param environment the environment with its options
     * @param path the services that its requests may reach: the one asked, and all that it depends on
     */
    public record Origin(String system, Optional<String> variant, String environment, Set<String> path) {
        public Origin {
            path = Set.copyOf(path);
        }

        /** Whether both are the same system in the same variant. */
        boolean isSameVariant(Origin other) {
            return system.equals(other.system) && variant.equals(other.variant);
        }
    }

    public Surroundings {
        fingerprints = Map.copyOf(fingerprints);
        pathHops = Set.copyOf(pathHops);
    }

    /** Nothing is known of them. */
    public static Surroundings unknown() {
        return new Surroundings(Optional.empty(), Map.of(), Set.of());
    }

    public Surroundings origin(Origin from) {
        return new Surroundings(Optional.of(from), fingerprints, pathHops);
    }

    public Surroundings fingerprints(Map<String, Map<String, String>> byService) {
        return new Surroundings(origin, byService, pathHops);
    }

    public Surroundings pathHops(String... hops) {
        return new Surroundings(origin, fingerprints, Set.of(hops));
    }
}
