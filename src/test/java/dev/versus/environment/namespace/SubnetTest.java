package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.0/24, 1, 10.1.2.1/24",
        "10.1.2.77/24, 1, 10.1.2.1/24",
        "192.168.0.0/16, 256, 192.168.1.0/16",
        "223.255.255.0/24, 254, 223.255.255.254/24",
        "fd00:1::/64, 2, fd00:1:0:0:0:0:0:2/64"
    })
    void an_interface_has_an_address_of_it(String subnet, int number, String expected) {
        assertThat(Subnet.parse(subnet).interfaceAddress(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.0/24, 10.1.2.0/24, true",
        "10.1.2.0/24, 10.0.0.0/8, true",
        "10.1.2.0/24, 10.1.2.7, true",
        "10.1.2.0/24, 10.1.3.0/24, false",
        "fd00::/64, fd00::1, true",
        "fd00::/64, fd00:0:0:1::/64, false",
        "0.0.0.0/0, fd00::/64, false"
    })
    void two_overlap_or_not_whichever_is_asked(String one, String other, boolean overlap) {
        assertThat(Subnet.parse(one).overlaps(Subnet.parse(other))).isEqualTo(overlap);
        assertThat(Subnet.parse(other).overlaps(Subnet.parse(one))).isEqualTo(overlap);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.1.2.0/33", "10.1.2.0/-1", "10.1.2.0/24/1", "10.1.2.0/x", "fd00::/129"})
    void what_is_no_range_is_refused(String text) {
        assertThatThrownBy(() -> Subnet.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_has_room_for_fewer_hosts_than_addresses() {
        assertThat(Subnet.parse("10.1.2.0/30").hosts()).isEqualTo(2);
        assertThat(Subnet.parse("fd00::/64").hosts()).isGreaterThan(1000);
    }
}
