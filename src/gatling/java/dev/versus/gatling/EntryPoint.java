package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.comparison.LoadGenerator;
import dev.versus.environment.Reach;
import java.net.URI;
import java.util.Locale;
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

    /** The same service, reached by the port that the host publishes for it. */
    public EntryPoint byPublishedPort() {
        return by(Reach.PUBLISHED_PORT);
    }

    /** The same service, reached by the address that it has itself. */
    public EntryPoint byServiceAddress() {
        return by(Reach.SERVICE_ADDRESS);
    }

    private EntryPoint by(Reach reach) {
        if (!(place instanceof Service service)) {
            throw new InvalidInput(
                    "The target '" + name + "' is an address already: it cannot be reached by another way.");
        }
        return new EntryPoint(name, new Service(service.deployment(), service.service(), reach), loadedBy);
    }

    /** Where a target's address comes from. */
    sealed interface Place {}

    /** A service of a deployment that this run launches. */
    record Service(Placement deployment, String service, Reach reach) implements Place {
        @Override
        public String toString() {
            String by = reach == Reach.USUAL
                    ? ""
                    : " by " + reach.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return service + " of " + deployment + by;
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
