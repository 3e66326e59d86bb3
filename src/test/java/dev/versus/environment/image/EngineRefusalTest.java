package dev.versus.environment.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineRefusalTest {

    private static String reason(String message) {
        return EngineRefusal.reason(new IllegalStateException(message));
    }

    @Test
    void the_engines_own_words_are_left() {
        assertThat(reason("Status 409: {\"message\":\"the name \\\"x\\\" is taken\"}\n"))
                .isEqualTo("the name \"x\" is taken");
        assertThat(reason("Status 500: {\"message\":\"it said:\\nno\"}")).isEqualTo("it said: no");
        assertThat(reason("Could not build image: it ended with 1")).isEqualTo("it ended with 1");
        assertThat(reason("Could not pull image: no   such\thost")).isEqualTo("no such host");
        assertThat(reason("plain")).isEqualTo("plain");
    }
}
