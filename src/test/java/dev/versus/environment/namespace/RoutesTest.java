package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final List<String> LISTED = List.of(
            "default via 192.0.2.1 dev ens3 proto dhcp",
            "172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown",
            "unreachable 10.9.0.0/16",
            "local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1",
            "broadcast 192.0.2.255 dev ens3 table local proto kernel scope link src 192.0.2.2",
            "fd00:5::/64 dev ens3 proto kernel metric 256 pref medium",
            "fe80::/64 dev ens3 proto kernel metric 256 pref medium",
            "multicast ff00::/8 dev ens3 table local proto kernel metric 256 pref medium",
            "local ::1 dev lo table local proto kernel metric 0 pref medium",
            "default via fe80::1 dev ens4 metric 1024 pref medium");

    @Test
    void every_range_is_told_but_those_that_each_link_has() {
        assertThat(Routes.of(LISTED, true).reached())
                .map(Subnet::toString)
                .containsExactly(
                        "172.17.0.0/16", "10.9.0.0/16", "127.0.0.1/32", "192.0.2.255/32", "fd00:5:0:0:0:0:0:0/64");
    }

    @Test
    void the_ways_out_are_those_of_default_routes_if_packets_are_passed_on() {
        assertThat(Routes.of(LISTED, true).waysOut()).containsExactly("ens3", "ens4");
        assertThat(Routes.of(LISTED, false).waysOut()).isEmpty();
    }
}
