package dev.versus.environment.namespace;

import dev.versus.environment.namespace.Topology.Link;
import dev.versus.environment.namespace.Topology.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Content of a replica's {@code /etc/hosts}: the replica itself, and every replica of every service on its networks under the service's
 * name and aliases. The file cannot alternate between addresses, so the replicas of one service get those of another in different orders.
 */
record HostNames(Topology topology) {

    private static final List<String> OWN = List.of("127.0.0.1 localhost", "::1 localhost ip6-localhost ip6-loopback");

    String of(Member asking) {
        var lines = new ArrayList<>(OWN);
        asking.links().forEach(link -> link.addresses().forEach(own -> lines.add(own + " " + asking.hostname())));
        topology.members().stream()
                .map(Member::service)
                .distinct()
                .forEach(service -> lines.addAll(ofService(service, asking)));
        return String.join("\n", lines) + "\n";
    }

    private List<String> ofService(String service, Member asking) {
        var replicas = new ArrayList<>(topology.replicasOf(service));
        Collections.rotate(replicas, -topology.replicasOf(asking.service()).indexOf(asking));
        return replicas.stream()
                .flatMap(member -> member.links().stream().flatMap(link -> shared(asking, member, link)))
                .toList();
    }

    /** Returns the lines for one replica on one of its networks, if the asking replica is on that network too. */
    private static Stream<String> shared(Member asking, Member member, Link link) {
        Optional<Link> common = asking.links().stream()
                .filter(own -> own.bridge().equals(link.bridge()))
                .findFirst();
        String names = names(member, link);
        return common.isPresent() ? link.addresses().map(address -> address + " " + names) : Stream.empty();
    }

    private static String names(Member member, Link link) {
        var names = new ArrayList<>(List.of(member.service()));
        names.addAll(link.aliases());
        names.add(member.replica());
        return String.join(" ", names);
    }
}
