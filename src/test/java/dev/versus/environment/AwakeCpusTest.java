package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwakeCpusTest {

    @Test
    void readsTheTicksOfTheUserAndOfTheKernel() {
        assertThat(AwakeCpus.ticks("4711 (sh) R 1 4711 4711 0 -1 4194304 120 0 0 0 1234 56 0 0 39 19 1 0 5 2 3\n"))
                .isEqualTo(1_290);
    }

    @Test
    void aNameWithSpacesAndParenthesesMisleadsNobody() {
        assertThat(AwakeCpus.ticks("4711 (a (b) c) R 1 2 3 0 -1 4 5 0 0 0 7 3 0 0 39\n"))
                .isEqualTo(10);
    }

    @Test
    void aLoopThatHasEndedHasNone() {
        assertThat(AwakeCpus.ticks("")).isZero();
    }
}
