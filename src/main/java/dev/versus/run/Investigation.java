package dev.versus.run;

import dev.versus.EnvironmentFacts;
import dev.versus.Secrets;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds out, once a run, the surroundings of each target: what its services run on, and what lies on the network path to them. */
final class Investigation {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<Placement, Deployment> deployments;
    private final Map<Placement, Map<String, Map<String, String>>> taken = new HashMap<>();

    private Investigation(Map<Placement, Deployment> deployments) {
        this.deployments = deployments;
    }

    /**
     * Finds out the surroundings of each target, by its name.
     *
     * @param deployments the healthy deployment of each placement
     */
    static Map<String, Surroundings> of(List<EntryPoint> points, Map<Placement, Deployment> deployments) {
        Investigation investigation = new Investigation(deployments);
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
                        path(deployment.system(), place.service())))
                .fingerprints(taken.computeIfAbsent(placement, p -> Fingerprinting.of(deployment)))
                .pathHops(hops.distinct().toArray(String[]::new));
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
                .filter(address -> LOOPBACK.contains(address.getHost()))
                .flatMap(address -> PortHolder.program(address.getPort()).stream())
                .filter(EnvironmentFacts.DOCKER_PROXY::equals);
    }
}
