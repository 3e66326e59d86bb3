package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ipv6FilterTest {

    @Test
    void nothing_is_forwarded_from_a_bridge_or_to_it() {
        var names = new Names(new RunId("abcd1234"));
        assertThat(new Ipv6Filter(names, List.of(names.bridge(0), names.bridge(2))).script())
                .isEqualTo("table ip6 versus_docker_abcd1234 { chain forward { type filter hook forward priority 0;"
                        + " iifname \"vdabcd12340\" oifname != \"vdabcd12340\" drop;"
                        + " oifname \"vdabcd12340\" iifname != \"vdabcd12340\" drop;"
                        + " iifname \"vdabcd12342\" oifname != \"vdabcd12342\" drop;"
                        + " oifname \"vdabcd12342\" iifname != \"vdabcd12342\" drop; }; }");
    }
}
