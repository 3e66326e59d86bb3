package dev.versus.environment.docker;

import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.versus.InvalidInput;
import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineRefusal;
import dev.versus.system.Connectivity.Attachment;
import dev.versus.system.NetworkDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Docker networks of a run: one for each network of the Compose file that a container uses. */
record Networks(DockerEngine engine, Names names) {

    private static final String BRIDGE = "bridge";

    /** Connection of a container to a network: the network's name in Docker, and the container's names on that network. */
    record Membership(String network, List<String> aliases) {

        Membership {
            aliases = List.copyOf(aliases);
        }
    }

    /** Returns the connections of a replica in the order of the Compose file; none on the network of the host. */
    List<Membership> of(ContainerReplica replica) {
        return replica.service().connectivity().networks().stream()
                .map(attachment -> membership(replica, attachment))
                .toList();
    }

    private Membership membership(ContainerReplica replica, Attachment attachment) {
        Set<String> aliases = new LinkedHashSet<>(List.of(replica.service().name(), replica.name()));
        aliases.addAll(attachment.aliases());
        return new Membership(names.network(attachment.network()), List.copyOf(aliases));
    }

    /** Makes the networks, which are recorded before. */
    void make(SystemDefinition system, List<ContainerReplica> replicas, Run run) {
        Set<String> used = new LinkedHashSet<>();
        replicas.forEach(replica ->
                replica.service().connectivity().networks().forEach(attachment -> used.add(attachment.network())));
        List<NetworkDefinition> wanted = system.networks().stream()
                .filter(network -> used.contains(network.name()))
                .toList();
        run.recordMaking(wanted.stream()
                .map(network ->
                        new Made(NetworkRemover.KIND, ContainerRemover.name(engine, names.network(network.name()))))
                .toList());
        if (Ipv6Filter.isNeeded(system, engine)) {
            List<String> devices = IntStream.range(0, wanted.size())
                    .filter(number -> wanted.get(number).ipv6())
                    .mapToObj(names::bridge)
                    .toList();
            new Ipv6Filter(names, devices).raise(run);
        }
        for (int number = 0; number < wanted.size(); number++) {
            make(wanted.get(number), number);
        }
    }

    private void make(NetworkDefinition network, int number) {
        String driver = network.driver() == null ? BRIDGE : network.driver();
        try {
            engine.ask(client -> {
                CreateNetworkCmd command = client.createNetworkCmd()
                        .withName(names.network(network.name()))
                        .withDriver(driver)
                        .withInternal(network.internal())
                        .withEnableIpv6(network.ipv6())
                        .withCheckDuplicate(true)
                        .withLabels(names.labels());
                List<Ipam.Config> subnets = subnets(network, number);
                if (!subnets.isEmpty()) {
                    command.withIpam(new Ipam().withConfig(subnets));
                }
                if (driver.equals(BRIDGE)) {
                    command.withOptions(Map.of("com.docker.network.bridge.name", names.bridge(number)));
                }
                return command.exec();
            });
        } catch (DockerException refused) {
            throw new InvalidInput(
                    "The network '" + network.name() + "' cannot be made: " + EngineRefusal.reason(refused)
                            + "; change or leave out what the Compose file says of it.",
                    refused);
        }
    }

    /**
     * Returns the subnets of a network. Older engines choose no IPv6 subnet themselves, so a private one (RFC 4193) is derived from the
     * run's id.
     */
    private List<Ipam.Config> subnets(NetworkDefinition network, int number) {
        List<String> subnets = new ArrayList<>(network.subnets());
        if (network.ipv6() && subnets.stream().noneMatch(subnet -> subnet.contains(":"))) {
            long id = Long.parseLong(names.run().value(), 36) & 0xff_ffff_ffffL;
            subnets.add("fd%02x:%x:%x:%x::/64".formatted(id >> 32, id >> 16 & 0xffff, id & 0xffff, number));
        }
        return subnets.stream()
                .map(subnet -> new Ipam.Config().withSubnet(subnet))
                .toList();
    }
}
