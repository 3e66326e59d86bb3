package dev.versus.environment.namespace;

import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.namespace.Topology.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Maker of a topology, with one process for the host, one for the firewall and one for each namespace. Everything is recorded in the run
 * before it is made; {@link dev.versus.environment.RecordedThings} removes it, the last thing first.
 */
public record TopologySetup(Topology topology, Tools tools) {

    /**
     * Settings of a namespace, as in a container: it forwards nothing, even if the host does, and every user may listen on any port. Some
     * kernels have no IPv6.
     */
    private static final String SETTINGS = "echo 0 >/proc/sys/net/ipv4/ip_forward"
            + " && echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start"
            + " && if [ -e /proc/sys/net/ipv6 ]; then echo 0 >/proc/sys/net/ipv6/conf/all/forwarding; fi"
            + " && exec \"$0\" -batch -";

    /** Makes the topology. The firewall exists before any bridge does. */
    public void stand(Run run) throws IOException {
        run.recordMaking(made());
        CompletableFuture<List<ForwardRules>> closed = CompletableFuture.supplyAsync(this::closedFirewalls);
        Script.run(List.of(new Script(List.of(tools.nft().toString(), "-f", "-"), new Firewall(topology).script())));
        Script.run(List.of(Script.ip(tools.ip(), new IpCommands(topology).outside())));
        Script.run(topology.members().stream().map(this::inside).toList());
        open(run, join(closed));
    }

    private List<Made> made() {
        RunNames names = topology.names();
        return Stream.of(
                        Stream.of(new Made(TableRemover.KIND, names.table())),
                        topology.members().stream().map(member -> new Made(NamespaceRemover.KIND, member.namespace())),
                        topology.interfaces().stream().map(name -> new Made(InterfaceRemover.KIND, name)))
                .flatMap(made -> made)
                .toList();
    }

    private Script inside(Member member) {
        List<String> command = List.of(
                tools.nsenter().toString(),
                "--net=" + NamespaceRemover.FOLDER.resolve(member.namespace()),
                "/bin/sh",
                "-c",
                SETTINGS,
                tools.ip().toString());
        return new Script(command, Script.lines(new IpCommands(topology).inside(member)));
    }

    private List<ForwardRules> closedFirewalls() {
        var families = new ArrayList<>(List.of("iptables"));
        if (topology.bridges().stream().anyMatch(bridge -> bridge.ipv6() != null)) {
            families.add("ip6tables");
        }
        return families.stream()
                .map(family -> new ForwardRules(family, topology.names().interfaces()))
                .filter(rules -> !topology.bridges().isEmpty())
                .filter(rules -> !rules.areNeedless())
                .toList();
    }

    private void open(Run run, List<ForwardRules> closed) throws IOException {
        run.recordMaking(closed.stream()
                .map(rules -> new Made(ForwardRuleRemover.KIND, rules.family() + " " + rules.interfaces()))
                .toList());
        for (ForwardRules rules : closed) {
            Script.run(rules.admission(topology.waysOut()).stream().toList());
        }
    }

    private static List<ForwardRules> join(CompletableFuture<List<ForwardRules>> closed) throws IOException {
        try {
            return closed.join();
        } catch (CompletionException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }
}
