package dev.versus.environment.namespace;

import dev.versus.environment.HealthTest;
import dev.versus.environment.Reach;
import dev.versus.environment.Run;
import dev.versus.environment.host.ContainerPorts;
import dev.versus.environment.host.Endpoint;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.Replica;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.environment.host.Site;
import dev.versus.environment.namespace.FileSystems.Place;
import dev.versus.environment.namespace.Topology.Member;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Site where each replica has a network namespace of its own, with the addresses and ports of the Compose file.
 *
 * @param folder the run's folder
 */
record Namespaces(SystemDefinition system, TopologySetup wiring, ReplicaGroups groups, FileSystems files, Path folder)
        implements Site {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public List<Replica> replicas(ServiceDefinition service) {
        return IntStream.rangeClosed(1, service.replicas())
                .mapToObj(number -> new Replica(service, number, endpoint(service, number)))
                .toList();
    }

    private Endpoint endpoint(ServiceDefinition service, int number) {
        Map<Integer, Integer> ports = new LinkedHashMap<>();
        new ContainerPorts(system, Engines.builtIn()).of(service).forEach(port -> ports.put(port, port));
        if (TopologyPlan.isOnHost(service)) {
            return Endpoint.loopback(ports);
        }
        return member(service.name() + "-" + number)
                .flatMap(member -> member.links().stream().findFirst())
                .map(link -> new Endpoint(link.ipv4(), true, ports))
                .orElseGet(() -> new Endpoint(LOOPBACK, true, Map.of()));
    }

    private Optional<Member> member(String replica) {
        return wiring.topology().member(replica);
    }

    @Override
    public void stand(Run run) throws IOException {
        List<Replica> all = system.services().stream()
                .flatMap(service -> replicas(service).stream())
                .toList();
        memory().make(run, all);
        run.recordMaking(files.cgroups(groups, all.stream().map(Replica::name).toList()));
        Files.createDirectories(names());
        for (Member member : wiring.topology().members()) {
            Files.writeString(hosts(member), new HostNames(wiring.topology()).of(member));
        }
        for (Replica replica : all) {
            groups.make(replica.name(), replica.service().limits());
            files.prepare(replica, place(replica));
        }
        wiring.stand(run);
    }

    private MemoryMounts memory() {
        return new MemoryMounts(system, folder.resolve(Bundle.VOLUMES));
    }

    private Path names() {
        return folder.resolve("hosts");
    }

    private Path hosts(Member member) {
        return names().resolve(member.replica());
    }

    private Place place(Replica replica) {
        Optional<Member> member = member(replica.name());
        Path hosts = member.map(this::hosts).orElse(Path.of("/etc/hosts"));
        return new Place(member, hosts, groups, memory().of(replica));
    }

    @Override
    public List<String> inside(Replica replica, List<String> command) {
        return files.starting(replica, place(replica), command);
    }

    @Override
    public List<String> beside(Replica replica, List<String> command) {
        return files.joining(replica, place(replica), command);
    }

    @Override
    public OptionalLong program(Replica replica) {
        return files.program(replica);
    }

    /**
     * Returns the address on the bridge for an address by which a replica calls itself. Other addresses have a meaning only in its
     * namespace.
     */
    @Override
    public Optional<URI> seenFromHere(Replica replica, URI address) {
        return replica.ports().isEmpty()
                ? Optional.empty()
                : HealthTest.own(
                        replica.service().name(), address, replica.endpoint().host());
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        return files.traits(replica);
    }

    @Override
    public boolean offers(Reach reach) {
        return reach != Reach.PUBLISHED_PORT;
    }
}
