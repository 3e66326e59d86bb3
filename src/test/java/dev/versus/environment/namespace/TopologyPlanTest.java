package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.RunId;
import dev.versus.environment.namespace.Topology.Bridge;
import dev.versus.environment.namespace.Topology.Link;
import dev.versus.environment.namespace.Topology.Member;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyPlanTest {

    private static final String TIERS = """
            services:
              web: {command: a, networks: [front]}
              gateway: {command: a, networks: [front, back]}
              product: {command: a, deploy: {replicas: 2}, networks: {back: {aliases: [catalogue]}}}
              bare: {command: a, network_mode: host}
              apart: {command: a, network_mode: none}
            networks:
              front: {ipam: {config: [{subnet: 10.1.1.0/24}]}}
              back: {internal: true, enable_ipv6: true, ipam: {config: [{subnet: 10.1.2.0/24}, {subnet: 'fd00:2::/64'}]}}
            """;

    private static final Routes AWAY = Routes.of(List.of("default via 192.0.2.1 dev ens3", "10.0.0.0/9 dev vpn"), true);
    private static final Routes NOWHERE = Routes.of(List.of(), false);

    @TempDir
    Path folder;

    private Topology plan(String yaml, Routes routes) {
        SystemDefinition system = new Lab(folder).define(yaml);
        return TopologyPlan.of(system, new RunId("ab12cd34"), routes, new Random(1));
    }

    private static Member member(Topology topology, String replica) {
        return topology.member(replica).orElseThrow();
    }

    @Test
    void each_network_is_a_bridge_and_each_replica_a_namespace() {
        Topology topology = plan(TIERS, NOWHERE);

        assertThat(topology.bridges()).map(Bridge::network).containsExactlyInAnyOrder("front", "back");
        assertThat(topology.members())
                .map(Member::replica)
                .containsExactly("web-1", "gateway-1", "product-1", "product-2", "apart-1");
        assertThat(member(topology, "gateway-1").links()).map(Link::ipv4).containsExactly("10.1.1.3", "10.1.2.2");
        assertThat(member(topology, "product-2").links())
                .flatMap(link -> link.addresses().toList())
                .containsExactly("10.1.2.4", "fd00:2:0:0:0:0:0:4");
        assertThat(member(topology, "apart-1").links()).isEmpty();
    }

    @Test
    void all_names_carry_the_runs_id_and_interfaces_fit_the_kernel() {
        Topology topology = plan(TIERS, NOWHERE);

        assertThat(topology.interfaces())
                .hasSize(7)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("vsab12cd34").hasSizeLessThanOrEqualTo(15));
        assertThat(topology.members())
                .allSatisfy(member -> assertThat(member.namespace()).isEqualTo("versus-ab12cd34-" + member.replica()));
    }

    @Test
    void a_network_without_a_range_gets_one_that_nobody_has() {
        String yaml = "services: {a: {command: a}}\nnetworks: {default: {enable_ipv6: true}}";
        Bridge bridge = plan(yaml, AWAY).bridges().get(0);

        assertThat(bridge.ipv4().overlaps(Subnet.parse("10.128.0.0/9"))).isTrue();
        assertThat(bridge.ipv4().prefix()).isEqualTo(24);
        assertThat(bridge.ipv6()).isNotNull();
        assertThat(String.valueOf(bridge.ipv6())).startsWith("fd").endsWith("/64");
    }

    @Test
    void a_range_that_is_taken_or_cannot_be_read_or_is_too_small_is_refused() {
        assertThatThrownBy(() -> plan(TIERS, AWAY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("overlaps with 10.0.0.0/9");
        assertThatThrownBy(() -> plan(withSubnet("ten"), NOWHERE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'ten'");
        assertThatThrownBy(() -> plan(withSubnet("10.1.1.0/30"), NOWHERE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("too few addresses");
    }

    private static String withSubnet(String subnet) {
        return "services: {a: {command: a, deploy: {replicas: 2}}}\n" + "networks: {default: {ipam: {config: [{subnet: "
                + subnet + "}]}}}";
    }

    @Test
    void names_are_those_of_services_on_common_networks_each_asker_beginning_elsewhere() {
        Topology topology = plan(TIERS, NOWHERE);
        var names = new HostNames(topology);

        assertThat(names.of(member(topology, "web-1")).lines())
                .containsExactly(
                        "127.0.0.1 localhost",
                        "::1 localhost ip6-localhost ip6-loopback",
                        "10.1.1.2 web-1",
                        "10.1.1.2 web web-1",
                        "10.1.1.3 gateway gateway-1");
        assertThat(names.of(member(topology, "product-1")).lines().filter(line -> line.contains("catalogue")))
                .containsExactly(
                        "10.1.2.3 product catalogue product-1",
                        "fd00:2:0:0:0:0:0:3 product catalogue product-1",
                        "10.1.2.4 product catalogue product-2",
                        "fd00:2:0:0:0:0:0:4 product catalogue product-2");
        assertThat(names.of(member(topology, "product-2")).lines().filter(line -> line.contains("catalogue")))
                .first()
                .isEqualTo("10.1.2.4 product catalogue product-2");
    }

    @Test
    void only_what_is_on_a_network_with_a_way_out_has_a_default_route() {
        var out = new Routes(List.of(), List.of("ens3"), true);
        var commands = new IpCommands(plan(TIERS, out));

        assertThat(defaultRoutes(commands, "web-1")).containsExactly("route add default via 10.1.1.1 dev eth0");
        assertThat(defaultRoutes(commands, "product-1")).isEmpty();
        assertThat(defaultRoutes(new IpCommands(plan(TIERS, NOWHERE)), "web-1")).isEmpty();
    }

    private static List<String> defaultRoutes(IpCommands commands, String replica) {
        return commands.inside(member(commands.topology(), replica)).stream()
                .filter(command -> command.startsWith("route"))
                .toList();
    }

    @Test
    void ipv6_is_there_where_the_file_asks_for_it_and_nowhere_else() {
        var commands = new IpCommands(plan(TIERS, NOWHERE));

        assertThat(commands.inside(member(commands.topology(), "gateway-1")))
                .containsExactly(
                        "link set dev lo up",
                        "link set dev eth0 addrgenmode none up",
                        "addr add 10.1.1.3/24 dev eth0",
                        "link set dev eth1 addrgenmode none up",
                        "addr add 10.1.2.2/24 dev eth1",
                        "addr add fd00:2:0:0:0:0:0:2/64 nodad dev eth1",
                        "addr add fe80::2/64 nodad dev eth1");
    }

    @Test
    void the_firewall_tracks_connections_and_rewrites_addresses_only_on_a_way_out() {
        String closed = new Firewall(plan(TIERS, NOWHERE)).script();
        String open = new Firewall(plan(TIERS, new Routes(List.of(), List.of("ens3"), true))).script();

        assertThat(closed).contains("table inet versus_ab12cd34").doesNotContain("ct state", "masquerade");
        assertThat(open)
                .contains("ip saddr 10.1.1.0/24 oifname { \"ens3\" } masquerade")
                .doesNotContain("ip saddr 10.1.2.0/24");
    }

    @Test
    void networks_of_other_containers_are_refused() {
        SystemDefinition system = new Lab(folder).define("services: {a: {command: a, network_mode: 'container:x'}}");
        assertThatThrownBy(() -> TopologyPlan.check(system))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'container:x'");
    }
}
