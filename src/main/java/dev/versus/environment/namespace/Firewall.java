package dev.versus.environment.namespace;

import dev.versus.environment.namespace.Topology.Bridge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Table of nftables that keeps the networks of a topology apart and belongs to the run. Without it, a host that forwards packets would
 * forward them from one bridge to another. Connections are tracked only if there is a way out, where addresses are rewritten, because
 * tracking costs time for every packet of the host.
 */
public record Firewall(Topology topology) {

    /** Returns the script for {@code nft}. The interfaces that it names need not exist yet. */
    public String script() {
        if (topology.bridges().isEmpty()) {
            return "add table inet " + topology.names().table() + "\n";
        }
        var lines = new ArrayList<>(List.of("table inet " + topology.names().table() + " {"));
        lines.addAll(chain("forward", "filter hook forward priority filter", forward()));
        lines.addAll(chain("input", "filter hook input priority filter", input()));
        if (topology.leadsOut()) {
            lines.addAll(chain("postrouting", "nat hook postrouting priority srcnat", postrouting()));
        }
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> chain(String name, String type, List<String> rules) {
        var lines = new ArrayList<>(List.of(" chain " + name + " {", "  type " + type + "; policy accept;"));
        rules.forEach(rule -> lines.add("  " + rule));
        lines.add(" }");
        return lines;
    }

    /**
     * Returns the rules for forwarded packets. They may pass within a bridge, and out and back where there is a way out; all others are
     * dropped.
     */
    private List<String> forward() {
        var rules = new ArrayList<String>();
        for (Bridge bridge : topology.bridges()) {
            rules.add("iifname \"" + bridge.device() + "\" oifname \"" + bridge.device() + "\" accept");
        }
        if (topology.leadsOut()) {
            String inside = devices(bridge -> !bridge.internal());
            String outside = set(topology.waysOut());
            rules.add("iifname " + inside + " oifname " + outside + " accept");
            rules.add("iifname " + outside + " oifname " + inside + " ct state established,related accept");
        }
        rules.add("iifname " + devices(bridge -> true) + " drop");
        rules.add("oifname " + devices(bridge -> true) + " drop");
        return rules;
    }

    /**
     * Returns the rules for packets to this host from a network without a way out, which may answer but not ask: TCP packets that do not
     * open a connection, ICMP answers, and what IPv6 needs for neighbour discovery.
     */
    private List<String> input() {
        var rules = new ArrayList<String>();
        rules.add("iifname != " + devices(bridge -> true) + " accept");
        if (topology.leadsOut()) {
            rules.add("iifname " + devices(bridge -> !bridge.internal()) + " accept");
        }
        rules.add("icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, echo-reply, destination-unreachable,"
                + " packet-too-big, time-exceeded } accept");
        rules.add("icmp type { echo-reply, destination-unreachable, time-exceeded } accept");
        rules.add("meta l4proto tcp tcp flags & (fin | syn | rst | ack) != syn accept");
        rules.add("drop");
        return rules;
    }

    private List<String> postrouting() {
        return topology.bridges().stream()
                .filter(bridge -> !bridge.internal())
                .flatMap(Bridge::subnets)
                .map(subnet -> (subnet.isIpv4() ? "ip" : "ip6") + " saddr " + subnet + " oifname "
                        + set(topology.waysOut()) + " masquerade")
                .toList();
    }

    private String devices(Predicate<Bridge> which) {
        return set(topology.bridges().stream().filter(which).map(Bridge::device).toList());
    }

    private static String set(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ", "{ ", " }"));
    }
}
