package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunningService;
import dev.versus.environment.fixture.IsolationWalk;
import dev.versus.environment.fixture.IsolationWalk.Way;
import dev.versus.environment.fixture.TieredSystem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks are apart on a host that forwards, whatever routes the services make for themselves. */
@Timeout(180)
class IsolationIT {

    private static final List<Path> FORWARDING =
            List.of(Path.of("/proc/sys/net/ipv4/ip_forward"), Path.of("/proc/sys/net/ipv6/conf/all/forwarding"));

    private static final List<String> FIREWALLS = List.of("iptables", "ip6tables");

    private final Map<Path, String> before = new TreeMap<>();

    @TempDir
    Path folder;

    private Deployment deployment;
    private IsolationWalk walk;

    @BeforeEach
    void launchOnAHostThatForwards() throws IOException {
        Lab.assumeNamespaces();
        for (Path setting : FORWARDING) {
            before.put(setting, Files.readString(setting));
            Files.writeString(setting, "1");
        }
        deployment = new Lab(folder).environment().launch(TieredSystem.in(folder, Map.of()));
        walk = IsolationWalk.through(deployment);
    }

    @AfterEach
    void close() throws IOException {
        for (Map.Entry<Path, String> setting : before.entrySet()) {
            Files.writeString(setting.getKey(), setting.getValue());
        }
        if (deployment != null) {
            String interfaces = new RunNames(deployment.run()).interfaces();
            FIREWALLS.forEach(family -> new ForwardRules(family, interfaces).remove());
            deployment.close();
            assertThat(Lab.leftOf(deployment.run())).isEmpty();
        }
    }

    @Test
    void exactly_those_on_a_common_network_reach_each_other() {
        assertThat(walk.open()).isEqualTo(walk.allowed());
        assertThat(families(walk.allowed())).hasSize(2);
        Set<Way> closed = walk.all();
        closed.removeAll(walk.allowed());
        assertThat(families(closed)).hasSize(2);
    }

    @Test
    void no_route_leads_to_another_network() {
        letOtherFirewallsPass();
        routeBy(service -> hostOn(service));

        assertThat(walk.open()).isEqualTo(walk.allowed());
    }

    /** It answers its neighbours at each of its own addresses, and lets nobody through to others. */
    @Test
    void a_service_on_two_networks_passes_nothing_on() {
        routeBy(service -> neighbourOnTwoNetworks(service));

        assertThat(pairs(walk.open())).isEqualTo(pairs(walk.allowed()));
    }

    /** What closes the ways is the table: without it the same walk gets further, over IPv4 and over IPv6. */
    @Test
    void without_the_runs_table_those_routes_would_lead_there() {
        letOtherFirewallsPass();
        routeBy(service -> hostOn(service));
        Lab.said("nft delete table inet versus_" + deployment.run());

        Set<Way> more = walk.open();
        assertThat(more).containsAll(walk.allowed());
        more.removeAll(walk.allowed());
        assertThat(families(more)).hasSize(2);
        Lab.said("nft add table inet versus_" + deployment.run());
    }

    @Test
    void internal_networks_do_not_reach_the_host_and_others_do() throws Exception {
        routeBy(service -> hostOn(service));
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress("::", 0));
            Thread answering = new Thread(() -> answerAll(server));
            answering.setDaemon(true);
            answering.start();
            Set<String> host = addressesOfThisHost();
            for (RunningService replica : deployment.services()) {
                Set<String> reached =
                        walk.call(replica, server.getLocalPort(), host).keySet();
                assertThat(reached).as(replica.service()).isEqualTo(expected(replica.service(), host));
            }
        }
    }

    /** What is on a network with a way out gets to all of the host, but by its internal network to none of it. */
    private static Set<String> expected(String service, Set<String> host) {
        Set<String> reached = new TreeSet<>(Set.of("web", "gateway").contains(service) ? host : Set.of());
        reached.removeIf(address ->
                service.equals("gateway") && (address.startsWith("10.213.42.") || address.startsWith("fd5e:5c1d:42:")));
        return reached;
    }

    private static void answerAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connection.getOutputStream().write("host".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static Set<String> addressesOfThisHost() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                .collect(Collectors.toSet());
    }

    /** Docker's firewall would close what the run's own table has to close by itself. */
    private void letOtherFirewallsPass() {
        String own = new RunNames(deployment.run()).interfaces();
        FIREWALLS.stream()
                .filter(family -> !new ForwardRules(family, own).areNeedless())
                .forEach(family -> {
                    Lab.said(family + " -w -I FORWARD -i " + own + "+ -j ACCEPT");
                    Lab.said(family + " -w -I FORWARD -o " + own + "+ -j ACCEPT");
                });
    }

    /** By which third and fourth group of addresses a service finds its gateway. */
    private interface Gateway {
        String suffix(String service);
    }

    private void routeBy(Gateway gateway) {
        for (RunningService replica : deployment.services()) {
            String[] networkAndHost = gateway.suffix(replica.service()).split(":", -1);
            String network = networkAndHost[0];
            String host = networkAndHost[1];
            route(replica, List.of("ip", "route", "replace", "default", "via", "10.213." + network + "." + host));
            route(
                    replica,
                    List.of("ip", "-6", "route", "replace", "default", "via", "fd5e:5c1d:" + network + "::" + host));
        }
    }

    private void route(RunningService replica, List<String> command) {
        assertThat(deployment.ask(replica, command))
                .as("%s %s", replica.service(), command)
                .isPresent();
    }

    private static String hostOn(String service) {
        return firstNetwork(service) + ":1";
    }

    private static String firstNetwork(String service) {
        return switch (service) {
            case "web", "gateway" -> "41";
            case "store" -> "43";
            default -> "42";
        };
    }

    /** The addresses are given in the order of the file: on frontend to web and gateway, on backend to gateway and products. */
    private static String neighbourOnTwoNetworks(String service) {
        return switch (service) {
            case "web" -> "41:3";
            case "store" -> "43:2";
            case "gateway" -> "42:3";
            default -> "42:2";
        };
    }

    private static Set<String> pairs(Set<Way> ways) {
        return ways.stream().map(way -> way.from() + " > " + way.to()).collect(Collectors.toSet());
    }

    private static Set<Boolean> families(Set<Way> ways) {
        return ways.stream().map(way -> way.address().contains(":")).collect(Collectors.toSet());
    }
}
