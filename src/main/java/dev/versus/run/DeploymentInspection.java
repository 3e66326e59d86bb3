package dev.versus.run;

import dev.versus.Authority;
import dev.versus.EnvironmentFacts;
import dev.versus.Secrets;
import dev.versus.SourceCommit;
import dev.versus.environment.Deployment;
import dev.versus.environment.PortHolder;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.report.Fingerprints;
import dev.versus.system.Dependency;
import dev.versus.system.SystemDefinition;
import dev.versus.verdict.diagnostic.Surroundings;
import dev.versus.verdict.diagnostic.Surroundings.Origin;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out, once a run, the surroundings of each target: what its services run on, and what lies on the network path to them. */
final class DeploymentInspection {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<Placement, Deployment> deployments;
    private final Function<Placement, Optional<SourceCommit>> sources;
    private final Map<Placement, Map<String, Map<String, String>>> taken = new HashMap<>();

    private DeploymentInspection(
            Map<Placement, Deployment> deployments, Function<Placement, Optional<SourceCommit>> sources) {
        this.deployments = deployments;
        this.sources = sources;
    }

    /**
     * Finds out the surroundings of each target, by its name.
     *
     * @param deployments the healthy deployment of each placement
     * @param sources tells the commit of a placement's sources
     */
    static Map<String, Surroundings> of(
            List<EntryPoint> points,
            Map<Placement, Deployment> deployments,
            Function<Placement, Optional<SourceCommit>> sources) {
        DeploymentInspection investigation = new DeploymentInspection(deployments, sources);
        Map<String, Surroundings> surroundings = new TreeMap<>();
        points.forEach(point -> surroundings.put(point.name(), investigation.around(point.place())));
        return surroundings;
    }

    /** Returns the fingerprints that are kept for the reports; targets of which nothing is known are left out. */
    static Fingerprints fingerprints(Map<String, Surroundings> surroundings) {
        Map<String, Map<String, Map<String, String>>> byTarget = new TreeMap<>();
        surroundings.forEach((target, around) -> {
            if (!around.fingerprints().isEmpty()) {
                byTarget.put(target, around.fingerprints());
            }
        });
        return new Fingerprints(byTarget);
    }

    private Surroundings around(EntryPoint.Place place) {
        if (place instanceof EntryPoint.Address address) {
            return Surroundings.unknown()
                    .pathHops(proxies(List.of(address.uri())).toArray(String[]::new));
        }
        var service = (EntryPoint.Service) place;
        Deployment deployment = deployments.get(service.deployment());
        return deployment == null ? Surroundings.unknown() : around(service, deployment);
    }

    private Surroundings around(EntryPoint.Service place, Deployment deployment) {
        Placement placement = place.deployment();
        Stream<String> hops = Stream.concat(
                deployment.inThePath(place.service(), place.reach()).stream(),
                proxies(deployment.addresses(place.service(), place.reach())));
        return Surroundings.unknown()
                .origin(new Origin(
                        placement.system().name(),
                        placement.system().chosen(),
                        Secrets.masked(placement.environment().toString()),
                        path(deployment.system(), place.service()),
                        sources.apply(placement)))
                .fingerprints(taken.computeIfAbsent(placement, one -> fingerprints(one, deployment)))
                .pathHops(hops.distinct().toArray(String[]::new));
    }

    private Map<String, Map<String, String>> fingerprints(Placement placement, Deployment deployment) {
        Map<String, Map<String, String>> found = new TreeMap<>(Fingerprinting.of(deployment));
        sources.apply(placement)
                .ifPresent(commit -> deployment.system().services().stream()
                        .filter(service -> service.build() != null || service.image() == null)
                        .forEach(service -> found.merge(
                                service.name(),
                                Map.of(EnvironmentFacts.SOURCE_COMMIT, commit.toString()),
                                DeploymentInspection::both)));
        return found;
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    /** Returns a service with all services that it depends on, directly or not. */
    static Set<String> path(SystemDefinition system, String service) {
        Set<String> path = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(service));
        while (!next.isEmpty()) {
            String one = next.remove();
            if (path.add(one)) {
                system.service(one).dependsOn().stream()
                        .map(Dependency::service)
                        .forEach(next::add);
            }
        }
        return path;
    }

    /** Detects Docker's userland proxy: the program that listens on a loopback port to which load is sent. */
    private static Stream<String> proxies(List<URI> addresses) {
        return addresses.stream()
                .flatMap(address -> Authority.of(address).stream())
                .filter(authority -> LOOPBACK.contains(authority.host()))
                .flatMap(authority -> PortHolder.program(authority.port()).stream())
                .filter(EnvironmentFacts.DOCKER_PROXY::equals);
    }
}
