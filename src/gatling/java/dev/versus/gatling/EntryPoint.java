package dev.versus.gatling;

import java.net.URI;

/**
 * A target before anything runs.
 *
 * @param name short, and unique in its comparison; a line of every report bears it
 * @param place where its address will come from
 */
public record EntryPoint(String name, Place place) {

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
