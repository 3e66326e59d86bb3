package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnWorkTest {

    @Test
    void compilersThatWorkedUpToAFifthOfTheTimeAreAtRest() {
        assertThat(new OwnWork(0.4, 0.10, 0.5).isAtRest()).isTrue();
        assertThat(new OwnWork(0.4, 0.11, 0.5).isAtRest()).isFalse();
    }

    @Test
    void countsFromAnEarlierReading() {
        OwnWork before = OwnWork.sofar();
        OwnWork passed = OwnWork.sofar().since(before);
        assertThat(passed.cpu()).isNotNegative();
        assertThat(passed.compiling()).isNotNegative();
        assertThat(passed.wall()).isPositive();
        assertThat(before.cpu()).isPositive();
        assertThat(before.compiling()).isPositive();
    }
}
