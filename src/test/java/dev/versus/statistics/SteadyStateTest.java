package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SteadyStateTest {

    private static final SteadyState RULE = SteadyState.USUAL;

    @Test
    void sixSlicesAreTheFewest() {
        assertThat(RULE.isReachedBy(5, 5, 5, 5, 5)).isFalse();
        assertThat(RULE.isReachedBy(5, 5, 5, 5, 5, 5)).isTrue();
    }

    @Test
    void aStepBetweenTheHalvesIsNotLevel() {
        assertThat(RULE.isReachedBy(10, 11, 10, 12, 11, 12)).isFalse();
        assertThat(RULE.isReachedBy(100, 101, 100, 104, 106, 104)).isTrue();
    }

    @Test
    void slowButSteadyProgressIsNotLevel() {
        assertThat(RULE.isReachedBy(100, 100.5, 101, 101.5, 102, 102.5)).isFalse();
        assertThat(RULE.isReachedBy(100.5, 100, 101, 101.5, 102, 102.5)).isFalse();
        assertThat(RULE.isReachedBy(100.5, 100, 101, 102, 101.5, 102.5)).isTrue();
    }

    @Test
    void onePauseDoesNotMatter() {
        assertThat(RULE.isReachedBy(5.5, 5.4, 5.6, 5.5, 19, 5.4)).isTrue();
    }

    @Test
    void onlyTheLastSlicesCount() {
        assertThat(RULE.isReachedBy(24, 20, 9, 7, 5.5, 5.4, 5.6, 5.5, 5.7, 5.4)).isTrue();
    }

    @Test
    void tellsWhenAWarmUpWasOver() {
        // After nine: 7, 5.5, 5.4 against 5.6, 5.5, 5.7.
        double[] warmUp = {24, 20, 9, 7, 5.5, 5.4, 5.6, 5.5, 5.7, 5.4, 5.5};
        assertThat(RULE.firstReachedAfter(warmUp)).hasValue(9);
        assertThat(RULE.firstReachedAfter(24, 20, 16, 12, 9, 7, 5)).isEmpty();
    }

    @Test
    void aWindowTooShortForATrendIsRefused() {
        assertThatThrownBy(() -> new SteadyState(2, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SteadyState(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
