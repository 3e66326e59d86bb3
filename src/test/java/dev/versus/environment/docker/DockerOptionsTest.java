package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerOptionsTest {

    private static DockerOptions with(String option, String value) {
        return DockerOptions.defaults().with(option, value);
    }

    @Test
    void options_are_read_as_a_user_writes_them() {
        assertThat(with("network", "host").hostNetwork()).isTrue();
        assertThat(with("network", "bridge").hostNetwork()).isFalse();
        assertThat(with("reach", "published").usual()).isEqualTo(Reach.PUBLISHED_PORT);
        assertThat(with("reach", "address").usual()).isEqualTo(Reach.SERVICE_ADDRESS);
        assertThat(with("port.web", "8080").fixedPorts()).containsEntry("web", 8080);
    }

    @Test
    void a_comparison_writes_them_as_methods() {
        var docker = new EnvironmentChoice("docker");
        assertThat(docker.publishedPort()).isEqualTo(EnvironmentChoice.parse("docker:reach=published"));
        assertThat(docker.containerAddress()).isEqualTo(EnvironmentChoice.parse("docker:reach=address"));
        assertThat(docker.hostNetwork()).isEqualTo(EnvironmentChoice.parse("docker:network=host"));
    }

    @ParameterizedTest
    @CsvSource({
        "speed, high, no option speed",
        "network, fast, expected host or bridge",
        "reach, far, expected published or address",
        "port.web, 0, expected a port from 1 to 65535",
        "port.web, 65536, expected a port from 1 to 65535",
        "port.web, x, expected a port from 1 to 65535"
    })
    void what_cannot_be_is_told(String option, String value, String sentence) {
        assertThatThrownBy(() -> with(option, value))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(sentence);
    }
}
