package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DockerProxyTest {

    private static final List<String> PROXY = List.of(
            "/usr/sbin/docker-proxy",
            "-proto",
            "tcp",
            "-host-ip",
            "127.0.0.1",
            "-host-port",
            "18080",
            "-container-port",
            "80");

    @Test
    void a_proxy_is_known_by_its_program_and_the_port_that_it_listens_on() {
        assertThat(DockerProxy.isProxyFor(PROXY, "18080")).isTrue();
        assertThat(DockerProxy.isProxyFor(PROXY, "80")).isFalse();
        assertThat(DockerProxy.isProxyFor(List.of("nginx", "-host-port", "18080"), "18080"))
                .isFalse();
        assertThat(DockerProxy.isProxyFor(List.of("docker-proxy", "-host-port"), "18080"))
                .isFalse();
        assertThat(DockerProxy.isProxyFor(List.of(), "18080")).isFalse();
    }
}
