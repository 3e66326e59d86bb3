package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.PublicApi;
import dev.versus.Secrets;
import dev.versus.comparison.LoadGenerator;
import dev.versus.environment.Reach;
import dev.versus.verdict.Named;
import dev.versus.verdict.Side;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.workload.Workload;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A target as declared, before anything runs: its address is not known yet.
 *
 * @param name a short name, unique in its comparison; reports show it
 * @param place where its address comes from
 * @param workload its own workload; empty if it has the workload of the comparison
 * @param loading makes the generator that loads it from the usual one
 */
@PublicApi
public record EntryPoint(String name, Place place, Optional<Workload> workload, UnaryOperator<LoadGenerator> loading)
        implements Named {

    private static final UnaryOperator<LoadGenerator> USUAL = EntryPoint::itself;

    /** A target under the workload of the comparison, loaded by the usual generator. */
    public EntryPoint(String name, Place place) {
        this(name, place, Optional.empty(), USUAL);
    }

    /** Returns this target under a workload of its own, in the place of the comparison's. */
    public EntryPoint under(Workload own) {
        return new EntryPoint(name, place, Optional.of(own), loading);
    }

    /** Returns this target under another name. */
    EntryPoint as(String other) {
        return new EntryPoint(other, place, workload, loading);
    }

    /** Returns this target, loaded by another generator than the usual one: for comparing generators. */
    public EntryPoint loadedBy(LoadGenerator other) {
        return loadedThrough(usual -> other);
    }

    /** Returns this target, loaded by a generator that wraps the usual one and may act before and after each stretch of load. */
    public EntryPoint loadedThrough(UnaryOperator<LoadGenerator> around) {
        return new EntryPoint(name, place, workload, around);
    }

    /**
     * Returns a target of the same service, reached by the port that the host publishes for it.
     *
     * @throws InvalidInput if the target is not a service of a deployment
     */
    public EntryPoint byPublishedPort() {
        return by(Reach.PUBLISHED_PORT);
    }

    /**
     * Returns a target of the same service, reached by the service's own address.
     *
     * @throws InvalidInput if the target is not a service of a deployment
     */
    public EntryPoint byServiceAddress() {
        return by(Reach.SERVICE_ADDRESS);
    }

    /**
     * Returns a target of the same service, spoken to over TLS: at {@code https://} in the place of {@code http://}.
     *
     * @throws InvalidInput if the target is not a service of a deployment
     */
    public EntryPoint overTls() {
        Service service = service("write https:// in it.");
        return at(new Service(service.deployment(), service.service(), service.reach(), true));
    }

    /**
     * Returns one endpoint of this target, whose workload mixes several: claims and published figures may name it in the place of a target.
     *
     * @param request a request of the mix, such as {@code POST /api/orders}; a path with its query alone means {@code GET}
     */
    public Side endpoint(String request) {
        return new Side(name, Optional.of(Secrets.masked(request.startsWith("/") ? "GET " + request : request)));
    }

    /**
     * Returns a step of {@link ComparisonDraft#explain} that leads to this target.
     *
     * @param change the one thing that differs from the target before, in words
     */
    public Ladder.Step bringing(String change) {
        return new Ladder.Step(name, change);
    }

    private static LoadGenerator itself(LoadGenerator usual) {
        return usual;
    }

    /** Tells whether it is loaded by another generator than the usual one, or through one that wraps it. */
    boolean hasItsOwnGenerator() {
        return loading != USUAL;
    }

    /** Tells whether it is in a system at a revision. */
    boolean isRevised() {
        return place instanceof Service service
                && service.deployment().system().revision().isPresent();
    }

    private EntryPoint by(Reach reach) {
        Service service = service("it cannot be reached by another way.");
        return at(new Service(service.deployment(), service.service(), reach, service.tls()));
    }

    private Service service(String otherwise) {
        if (place instanceof Service service) {
            return service;
        }
        throw new InvalidInput("The target '" + name + "' is an address already: " + otherwise);
    }

    private EntryPoint at(Place other) {
        return new EntryPoint(name, other, workload, loading);
    }

    /** The source of a target's address. */
    public sealed interface Place {}

    /**
     * A service of a deployment that this run launches.
     *
     * @param tls whether it is spoken to over TLS
     */
    public record Service(Placement deployment, String service, Reach reach, boolean tls) implements Place {

        /** A service that is spoken to without TLS. */
        public Service(Placement deployment, String service, Reach reach) {
            this(deployment, service, reach, false);
        }

        URI spokenToAt(URI address) {
            return tls ? URI.create("https://" + address.getRawAuthority()) : address;
        }

        @Override
        public String toString() {
            String by = reach == Reach.USUAL
                    ? ""
                    : " by " + reach.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return service + " of " + deployment + by + (tls ? " over TLS" : "");
        }
    }

    /** An address of a system that runs already, allowed by {@code -Dversus.allow}. */
    public record Address(URI uri) implements Place {
        @Override
        public String toString() {
            return uri.toString();
        }
    }
}
