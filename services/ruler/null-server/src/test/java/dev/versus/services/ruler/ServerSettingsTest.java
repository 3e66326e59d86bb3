package dev.versus.services.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    @Test
    void areAllOptional() {
        assertThat(ServerSettings.of(Map.of())).isEqualTo(new ServerSettings("127.0.0.1", 8080, 1));
    }

    @Test
    void comeFromTheEnvironment() {
        assertThat(ServerSettings.of(Map.of("HOST", "127.0.0.1", "PORT", "9000", "THREADS", "2")))
                .isEqualTo(new ServerSettings("127.0.0.1", 9000, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, http",
        "PORT, -1",
        "PORT, 65536",
        "PORT, 99999999999",
        "THREADS, 0",
        "THREADS, 65",
        "THREADS, 1.5"
    })
    void areRefusedByNameIfTheyMeanNothing(String name, String value) {
        assertThatThrownBy(() -> ServerSettings.of(Map.of(name, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContainingAll(name, "'" + value + "'", "expected a whole number");
    }
}
