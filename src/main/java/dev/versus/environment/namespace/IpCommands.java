package dev.versus.environment.namespace;

import dev.versus.environment.namespace.Topology.Bridge;
import dev.versus.environment.namespace.Topology.Link;
import dev.versus.environment.namespace.Topology.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Topology as commands for {@code ip}, without that word: one list for the host and one for each namespace. {@code ip -batch} executes each
 * list in one process.
 */
public record IpCommands(Topology topology) {

    /**
     * Returns the commands for the host: bridges with the host's addresses, network namespaces, and veth pairs with one end in each
     * namespace.
     */
    public List<String> outside() {
        var commands = new ArrayList<String>();
        topology.bridges().forEach(bridge -> commands.addAll(bridge(bridge)));
        for (Member member : topology.members()) {
            commands.add("netns add " + member.namespace());
            member.links().forEach(link -> commands.addAll(pair(link, member)));
        }
        return commands;
    }

    private List<String> bridge(Bridge bridge) {
        String device = bridge.device();
        var commands = new ArrayList<>(List.of(
                "link add name " + device + " group " + topology.names().group() + " type bridge",
                "link set dev " + device + " addrgenmode none up"));
        commands.addAll(addresses(bridge, Bridge.HOST, device));
        return commands;
    }

    /**
     * Returns the commands for a veth pair. Automatic link-local addresses are switched off: they would be IPv6 where the Compose file asks
     * for none, and would wait for duplicate address detection.
     */
    private List<String> pair(Link link, Member member) {
        return List.of(
                "link add name " + link.port() + " group " + topology.names().group() + " master "
                        + link.bridge().device() + " up type veth peer name " + link.inner() + " netns "
                        + member.namespace(),
                "link set dev " + link.port() + " addrgenmode none");
    }

    /** Returns the commands for the inside of a namespace. */
    public List<String> inside(Member member) {
        var commands = new ArrayList<>(List.of("link set dev lo up"));
        for (Link link : member.links()) {
            commands.add("link set dev " + link.inner() + " addrgenmode none up");
            commands.addAll(addresses(link.bridge(), link.number(), link.inner()));
        }
        if (topology.leadsOut()) {
            member.exit().ifPresent(link -> commands.addAll(defaultRoutes(link)));
        }
        return commands;
    }

    private static List<String> addresses(Bridge bridge, int number, String device) {
        return bridge.subnets()
                .flatMap(subnet -> Stream.concat(
                        Stream.of("addr add " + subnet.interfaceAddress(number) + nodad(subnet) + " dev " + device),
                        linkLocal(subnet, number, device)))
                .toList();
    }

    private static Stream<String> linkLocal(Subnet subnet, int number, String device) {
        return subnet.isIpv4()
                ? Stream.empty()
                : Stream.of("addr add fe80::" + Integer.toHexString(number) + "/64 nodad dev " + device);
    }

    /** Switches off duplicate address detection, which takes a second: the number of an interface makes its address unique. */
    private static String nodad(Subnet subnet) {
        return subnet.isIpv4() ? "" : " nodad";
    }

    private static List<String> defaultRoutes(Link link) {
        return link.bridge()
                .subnets()
                .map(subnet -> "route add default via " + subnet.address(Bridge.HOST) + " dev " + link.inner())
                .toList();
    }
}
