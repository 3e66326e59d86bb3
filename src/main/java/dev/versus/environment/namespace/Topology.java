package dev.versus.environment.namespace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Network of a system as a plan: a bridge for each Compose network, a network namespace for each replica, and a veth pair for each network
 * of a replica. It is a value; nothing of it need exist.
 *
 * @param waysOut the interfaces of this host through which services on networks that are not internal have a way out; none if there is no
 *     way
 */
public record Topology(RunNames names, List<Bridge> bridges, List<Member> members, List<String> waysOut) {

    public Topology {
        bridges = List.copyOf(bridges);
        members = List.copyOf(members);
        waysOut = List.copyOf(waysOut);
    }

    /**
     * Bridge of a Compose network. This host has the first address of each range.
     *
     * @param network its name in the Compose file
     * @param device the name of its interface
     * @param ipv6 null if the file asks for no IPv6
     * @param internal whether the network has no way out
     */
    public record Bridge(
            String network,
            String device,
            Subnet ipv4,
            @Nullable Subnet ipv6,
            boolean internal) {

        static final int HOST = 1;

        Stream<Subnet> subnets() {
            return Stream.concat(Stream.of(ipv4), Stream.ofNullable(ipv6));
        }
    }

    /**
     * Connection of a replica to a network.
     *
     * @param number the number of the replica's address in each range
     * @param port the interface on the host
     * @param inner the interface in the namespace
     * @param aliases further names of the service on this network
     */
    public record Link(Bridge bridge, int number, String port, String inner, List<String> aliases) {

        public Link {
            aliases = List.copyOf(aliases);
        }

        /** Returns the replica's IPv4 address on this network. */
        public String ipv4() {
            return bridge.ipv4().address(number);
        }

        Optional<String> ipv6() {
            return Optional.ofNullable(bridge.ipv6()).map(subnet -> subnet.address(number));
        }

        Stream<String> addresses() {
            return bridge.subnets().map(subnet -> subnet.address(number));
        }
    }

    /**
     * Replica with a network namespace of its own.
     *
     * @param replica its name, such as {@code api-gateway-1}
     * @param hostname its host name
     * @param links its connections in the order of the Compose file; none if it has no network
     */
    public record Member(String service, String replica, String namespace, String hostname, List<Link> links) {

        public Member {
            links = List.copyOf(links);
        }

        /** Returns the connection for the default route: the first to a network that is not internal. */
        Optional<Link> exit() {
            return links.stream().filter(link -> !link.bridge().internal()).findFirst();
        }
    }

    /** Returns the namespace of a replica; nothing if it uses the host's network. */
    public Optional<Member> member(String replica) {
        return members.stream()
                .filter(member -> member.replica().equals(replica))
                .findFirst();
    }

    List<Member> replicasOf(String service) {
        return members.stream()
                .filter(member -> member.service().equals(service))
                .toList();
    }

    List<String> interfaces() {
        return Stream.concat(
                        bridges.stream().map(Bridge::device),
                        members.stream()
                                .flatMap(member -> member.links().stream())
                                .map(Link::port))
                .toList();
    }

    boolean leadsOut() {
        return !waysOut.isEmpty() && bridges.stream().anyMatch(bridge -> !bridge.internal());
    }
}
