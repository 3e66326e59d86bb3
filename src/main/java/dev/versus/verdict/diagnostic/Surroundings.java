package dev.versus.verdict.diagnostic;

import dev.versus.EnvironmentFacts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facts about a target's deployment, as far as its environment reports them.
 *
 * @param origin what it was launched from; empty for an address that was there already
 * @param fingerprints what each service runs on, by service and then by key, as docs/results.md lists them
 * @param pathHops what forwards its requests between the generator and the service, such as {@link EnvironmentFacts#DOCKER_PROXY}
 */
public record Surroundings(
        Optional<Origin> origin, Map<String, Map<String, String>> fingerprints, Set<String> pathHops) {

    /**
     * The origin of a target.
     *
     * @param variant the variant, if one was chosen, together with the values given for variables of its Compose files
     * @param environment the environment with its options
     * @param path the services that the target's requests may reach: the entry point and all services that it depends on
     */
    public record Origin(String system, Optional<String> variant, String environment, Set<String> path) {
        public Origin {
            path = Set.copyOf(path);
        }

        /** Tells whether both targets have the same system and variant. */
        boolean isSameVariant(Origin other) {
            return system.equals(other.system) && variant.equals(other.variant);
        }
    }

    public Surroundings {
        fingerprints = Map.copyOf(fingerprints);
        pathHops = Set.copyOf(pathHops);
    }

    /** Returns surroundings of which nothing is known. */
    public static Surroundings unknown() {
        return new Surroundings(Optional.empty(), Map.of(), Set.of());
    }

    /** Adds the origin. */
    public Surroundings origin(Origin from) {
        return new Surroundings(Optional.of(from), fingerprints, pathHops);
    }

    /** Adds the fingerprints by service and key. */
    public Surroundings fingerprints(Map<String, Map<String, String>> byService) {
        return new Surroundings(origin, byService, pathHops);
    }

    /** Adds the programs that forward the target's requests. */
    public Surroundings pathHops(String... hops) {
        return new Surroundings(origin, fingerprints, Set.of(hops));
    }
}
