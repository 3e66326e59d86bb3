package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.RunId;
import dev.versus.environment.namespace.Topology.Bridge;
import dev.versus.environment.namespace.Topology.Link;
import dev.versus.environment.namespace.Topology.Member;
import dev.versus.system.Connectivity.Attachment;
import dev.versus.system.NetworkDefinition;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Maker of a topology from the networks of the Compose files. */
public final class TopologyPlan {

    private static final String HOST_MODE = "host";
    private static final String NO_NETWORK = "none";

    private final SystemDefinition system;
    private final RunNames names;
    private final Map<String, Bridge> bridges = new LinkedHashMap<>();
    private final Map<String, Integer> lastNumber = new LinkedHashMap<>();
    private int ports;

    private TopologyPlan(SystemDefinition system, RunNames names) {
        this.system = system;
        this.names = names;
    }

    /**
     * Plans the topology of a system for one run.
     *
     * @throws InvalidInput if a network's addresses overlap with others, or are too few
     */
    public static Topology of(SystemDefinition system, RunId run, Routes routes, RandomGenerator random) {
        var plan = new TopologyPlan(system, new RunNames(run));
        plan.lay(new Addresses(random, routes.reached()));
        List<Member> members = system.services().stream()
                .filter(service -> !isOnHost(service))
                .flatMap(service -> plan.members(service).stream())
                .toList();
        return new Topology(plan.names, List.copyOf(plan.bridges.values()), members, routes.waysOut());
    }

    /** Tells whether the service uses the network of this host. */
    static boolean isOnHost(ServiceDefinition service) {
        return HOST_MODE.equals(service.connectivity().mode());
    }

    /**
     * Checks the network modes. Networks of other containers do not exist here.
     *
     * @throws InvalidInput for a mode other than host and none
     */
    static void check(SystemDefinition system) {
        for (ServiceDefinition service : system.services()) {
            String mode = service.connectivity().mode();
            if (mode != null && !mode.equals(HOST_MODE) && !mode.equals(NO_NETWORK)) {
                throw new InvalidInput(
                        "The service '" + service.name() + "' has network_mode '" + mode
                                + "', which the environment 'namespace' does not have: expected host or none, or its networks by name.");
            }
        }
    }

    private void lay(Addresses addresses) {
        for (NetworkDefinition network : system.networks()) {
            String device = names.bridge(bridges.size());
            var bridge = new Bridge(
                    network.name(),
                    device,
                    addresses.ipv4(network),
                    addresses.ipv6(network).orElse(null),
                    network.internal());
            bridges.put(network.name(), bridge);
            lastNumber.put(network.name(), Bridge.HOST);
        }
    }

    private List<Member> members(ServiceDefinition service) {
        var members = new ArrayList<Member>();
        for (int number = 1; number <= service.replicas(); number++) {
            String replica = service.name() + "-" + number;
            String hostname = service.connectivity().hostname();
            members.add(new Member(
                    service.name(),
                    replica,
                    names.namespace(replica),
                    hostname == null ? replica : hostname,
                    links(service)));
        }
        return members;
    }

    private List<Link> links(ServiceDefinition service) {
        var links = new ArrayList<Link>();
        for (Attachment attachment : service.connectivity().networks()) {
            Bridge bridge = bridges.get(attachment.network());
            if (bridge == null) {
                throw new IllegalStateException("no network " + attachment.network());
            }
            int number = lastNumber.merge(bridge.network(), 1, Integer::sum);
            bridge.subnets()
                    .filter(subnet -> number > subnet.hosts())
                    .findFirst()
                    .ifPresent(small -> {
                        throw new InvalidInput("The subnet " + small + " of the network '" + bridge.network()
                                + "' has too few addresses for its services; name a larger one.");
                    });
            links.add(new Link(bridge, number, names.port(ports++), "eth" + links.size(), attachment.aliases()));
        }
        return links;
    }
}
