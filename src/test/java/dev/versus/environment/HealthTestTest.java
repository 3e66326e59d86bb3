package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "http://shop_web:8000/health?a=b, http://10.0.0.2:8000/health?a=b",
        "http://localhost/health, http://10.0.0.2/health",
        "http://[::1]:80, http://10.0.0.2:80"
    })
    void a_service_that_calls_itself_is_reached_at_its_host(URI own, URI seen) {
        assertThat(HealthTest.own("shop_web", own, "10.0.0.2")).contains(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://other_web:8000/", "http://shop/", "http:/health"})
    void any_other_address_has_a_meaning_only_there(URI other) {
        assertThat(HealthTest.own("shop_web", other, "10.0.0.2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl -f http://a/ | grep ok", "test -f /tmp/ready", "curl -f http://a/ && curl http://b/"})
    void anything_else_is_a_command_for_the_shell(String command) {
        assertThat(HealthTest.of(List.of("CMD-SHELL", command)))
                .isEqualTo(new HealthTest.Command(List.of("/bin/sh", "-c", command)));
    }
}
