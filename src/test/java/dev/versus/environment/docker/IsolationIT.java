package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.fixture.IsolationWalk;
import dev.versus.environment.fixture.IsolationWalk.Way;
import dev.versus.environment.fixture.TieredSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks are apart; the engine has this host forward, over IPv4 and, with IPv6 networks, over IPv6. */
@Timeout(180)
class IsolationIT {

    @TempDir
    Path folder;

    @BeforeEach
    void requireDocker() {
        Lab.assumeDocker();
    }

    @Test
    void exactly_those_on_a_common_network_reach_each_other() throws Exception {
        var environment = new DockerEnvironment(new Lab(folder).options());
        try (Deployment deployment = environment.launch(TieredSystem.in(folder, Map.of()))) {
            assertThat(Path.of("/proc/sys/net/ipv4/ip_forward")).hasContent("1");
            assertThat(Path.of("/proc/sys/net/ipv6/conf/all/forwarding")).hasContent("1");
            var walk = IsolationWalk.through(deployment);

            assertThat(walk.open()).isEqualTo(walk.allowed());

            assertThat(families(walk.allowed())).hasSize(2);
            Set<Way> closed = walk.all();
            closed.removeAll(walk.allowed());
            assertThat(families(closed)).hasSize(2);
        }
    }

    private static Set<Boolean> families(Set<Way> ways) {
        return ways.stream().map(way -> way.address().contains(":")).collect(Collectors.toSet());
    }
}
