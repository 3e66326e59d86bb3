package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -f http://127.0.0.1:80/health",
                "curl -fsS 'http://127.0.0.1:80/health' || exit 1",
                "wget -q --spider http://127.0.0.1:80/health || false",
                "/usr/bin/wget -O - http://127.0.0.1:80/health"
            })
    void a_fetch_needs_no_program(String command) {
        assertThat(HealthTest.of(List.of("CMD-SHELL", command)))
                .isEqualTo(new HealthTest.Http(URI.create("http://127.0.0.1:80/health")));
    }

    @Test
    void a_fetch_may_be_a_list() {
        assertThat(HealthTest.of(List.of("CMD", "curl", "-f", "http://127.0.0.1:80/?a=1&b=2")))
                .isEqualTo(new HealthTest.Http(URI.create("http://127.0.0.1:80/?a=1&b=2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl -f http://a/ | grep ok", "test -f /tmp/ready", "curl -f http://a/ && curl http://b/"})
    void anything_else_is_a_command_for_the_shell(String command) {
        assertThat(HealthTest.of(List.of("CMD-SHELL", command)))
                .isEqualTo(new HealthTest.Command(List.of("/bin/sh", "-c", command)));
    }
}
