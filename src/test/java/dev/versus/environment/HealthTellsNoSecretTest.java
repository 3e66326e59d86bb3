package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers to {@code versus test} and {@code versus doctor} show on consoles. */
class HealthTellsNoSecretTest {

    @Test
    void a_healthcheck_is_told_without_its_password() {
        var probe = new CommandProbe(
                List.of("not-a-program", "--password", "s 3cr3t", "redis://:s3cr3t@cache"),
                Map.of(),
                Path.of("."),
                Duration.ofSeconds(1));
        assertThat(probe.ask().answer()).isEqualTo("not-a-program --password *** redis://:***@cache: failed");
    }

    @Test
    void an_address_that_is_asked_is_told_without_its_token() {
        assertThat(new Health(true, "GET http://127.0.0.1:80/health?token=s3cr3t: 200").answer())
                .isEqualTo("GET http://127.0.0.1:80/health?token=***: 200");
    }

    @Test
    void a_requirement_is_told_without_the_password_in_an_address() {
        assertThat(Requirement.missing("engine", "tcp://a:s3cr3t@host:2375 is silent", "")
                        .found())
                .isEqualTo("tcp://a:***@host:2375 is silent");
    }
}
