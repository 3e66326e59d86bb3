package dev.versus.gatling;

import dev.versus.comparison.LoadGenerator;
import java.net.URI;
import java.util.Optional;

/**
 * A target before anything runs.
 *
 * @param name short, and unique in its comparison; a line of every report bears it
 * @param place where its address will come from
 * @param loadedBy the generator that loads it, if it is not Gatling
 */
public record EntryPoint(String name, Place place, Optional<LoadGenerator> loadedBy) {

    EntryPoint(String name, Place place) {
        this(name, place, Optional.empty());
    }

    /** The same target, loaded by another generator than Gatling: to hold the two against each other. */
    public EntryPoint loadedBy(LoadGenerator other) {
        return new EntryPoint(name, place, Optional.of(other));
    }

    /** Where a target's address comes from. */
    sealed interface Place {}

    /** A service of a deployment that this run launches. */
    record Service(Placement deployment, String service) implements Place {
        @Override
        public String toString() {
            return service + " of " + deployment;
        }
    }

    /** An address that is there already, and allowed by {@code -Dversus.allow}. */
    record Address(URI uri) implements Place {
        @Override
        public String toString() {
            return uri.toString();
        }
    }
}
