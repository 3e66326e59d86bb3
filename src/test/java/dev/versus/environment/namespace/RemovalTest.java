package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is removed is what was named, and nothing that looks like it. */
class RemovalTest {

    private static final List<String> LISTED = List.of(
            "1: lo: <LOOPBACK,UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\\ link/loopback",
            "9: vsab12cd34b0: <BROADCAST> mtu 1500 qdisc noqueue state UP mode DEFAULT group 77 qlen 1000\\ link/ether",
            "11: vsab12cd34v0@if2: <BROADCAST> mtu 1500 master vsab12cd34b0 state UP mode DEFAULT group 77 qlen 1000\\ x",
            "12: vsab12cd34v00: <BROADCAST> mtu 1500 qdisc noqueue state UP mode DEFAULT group 78 qlen 1000\\ link/ether");

    private static final List<String> OURS = List.of("vsab12cd34v0", "vsab12cd34b0", "vsab12cd34b1");

    @Test
    void interfaces_are_read_with_their_groups() {
        assertThat(InterfaceRemover.groups(LISTED))
                .isEqualTo(Map.of("lo", "default", "vsab12cd34b0", "77", "vsab12cd34v0", "77", "vsab12cd34v00", "78"));
    }

    @Test
    void interfaces_that_have_a_group_to_themselves_go_at_once() {
        assertThat(InterfaceRemover.deletions(OURS, InterfaceRemover.groups(LISTED)))
                .containsExactly("link delete group 77");
    }

    @Test
    void interfaces_that_share_their_group_go_by_name() {
        var groups = Map.of("vsab12cd34b0", "77", "vsab12cd34v0", "77", "foreign", "77");
        assertThat(InterfaceRemover.deletions(OURS, groups))
                .containsExactly("link delete dev vsab12cd34v0", "link delete dev vsab12cd34b0");
        var defaults = Map.of("vsab12cd34b0", "default");
        assertThat(InterfaceRemover.deletions(OURS, defaults)).containsExactly("link delete dev vsab12cd34b0");
    }

    @Test
    void interfaces_that_are_gone_need_no_command() {
        assertThat(InterfaceRemover.deletions(OURS, Map.of("lo", "default"))).isEmpty();
    }

    @Test
    void rules_that_name_the_runs_interfaces_go_and_others_stay() {
        var rules = new ForwardRules("iptables", "vsab12cd34");
        List<String> listed = List.of(
                "-P FORWARD DROP",
                "-A FORWARD -i vsab12cd34+ -o vsab12cd34+ -j ACCEPT",
                "-A FORWARD -i eth0 -o vsab12cd34+ -j ACCEPT",
                "-A FORWARD -i vsab12cd3+ -j ACCEPT",
                "-A FORWARD -i vsab12cd34b0 -j ACCEPT",
                "-A FORWARD -j DOCKER-USER");

        assertThat(rules.deletions(listed))
                .containsExactly(
                        "-D FORWARD -i vsab12cd34+ -o vsab12cd34+ -j ACCEPT",
                        "-D FORWARD -i eth0 -o vsab12cd34+ -j ACCEPT");
        assertThat(rules.admitting(List.of("eth0")))
                .containsExactly(
                        "-I FORWARD -i vsab12cd34+ -o vsab12cd34+ -j ACCEPT",
                        "-I FORWARD -i vsab12cd34+ -o eth0 -j ACCEPT",
                        "-I FORWARD -i eth0 -o vsab12cd34+ -j ACCEPT");
    }
}
