package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.comparison.LoadGenerator;
import dev.versus.environment.Reach;
import dev.versus.verdict.Named;
import dev.versus.verdict.attribution.Ladder;
import java.net.URI;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A target before anything runs.
 *
 * @param name short, and unique in its comparison; a line of every report bears it
 * @param place where its address will come from
 * @param loading the generator that loads it, made from Gatling
 */
public record EntryPoint(String name, Place place, UnaryOperator<LoadGenerator> loading) implements Named {

    /** A target that the usual generator loads. */
    public EntryPoint(String name, Place place) {
        this(name, place, UnaryOperator.identity());
    }

    /** The same target, loaded by another generator than Gatling: to hold the two against each other. */
    public EntryPoint loadedBy(LoadGenerator other) {
        return loadedThrough(gatling -> other);
    }

    /** The same target, loaded by Gatling through a generator that does something of its own around each stretch of load. */
    public EntryPoint loadedThrough(UnaryOperator<LoadGenerator> around) {
        return new EntryPoint(name, place, around);
    }

    /** The same service, reached by the port that the host publishes for it. */
    public EntryPoint byPublishedPort() {
        return by(Reach.PUBLISHED_PORT);
    }

    /** The same service, reached by the address that it has itself. */
    public EntryPoint byServiceAddress() {
        return by(Reach.SERVICE_ADDRESS);
    }

    /** A step of an explanation that leads to this target, with the one thing that differs from the target before. */
    public Ladder.Step bringing(String change) {
        return new Ladder.Step(name, change);
    }

    private EntryPoint by(Reach reach) {
        if (!(place instanceof Service service)) {
            throw new InvalidInput(
                    "The target '" + name + "' is an address already: it cannot be reached by another way.");
        }
        return new EntryPoint(name, new Service(service.deployment(), service.service(), reach), loading);
    }

    /** Where a target's address comes from. */
    public sealed interface Place {}

    /** A service of a deployment that this run launches. */
    public record Service(Placement deployment, String service, Reach reach) implements Place {
        @Override
        public String toString() {
            String by = reach == Reach.USUAL
                    ? ""
                    : " by " + reach.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return service + " of " + deployment + by;
        }
    }

    /** An address that is there already, and allowed by {@code -Dversus.allow}. */
    public record Address(URI uri) implements Place {
        @Override
        public String toString() {
            return uri.toString();
        }
    }
}
