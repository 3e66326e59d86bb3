package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SteadyStateTest {

    private static final SteadyState RULE = new SteadyState(3, 0.05);

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
    void halves_that_differ_no_more_than_such_noisy_slices_do_by_chance_are_level() {
        SteadyState six = SteadyState.USUAL;
        assertThat(six.isReachedBy(66, 48, 93, 52, 76, 103, 61, 70, 45, 98, 55, 60))
                .isTrue();
        assertThat(six.isReachedBy(103, 93, 76, 66, 98, 83, 61, 70, 45, 48, 55, 60))
                .isFalse();
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
        // After eight: 9, 7, 5.5 against 5.4, 5.6, 5.5, which chance does in three cases of ten.
        double[] warmUp = {24, 20, 9, 7, 5.5, 5.4, 5.6, 5.5, 5.7, 5.4, 5.5};
        assertThat(RULE.firstReachedAfter(warmUp)).hasValue(8);
        assertThat(RULE.firstReachedAfter(24, 20, 16, 12, 9, 7, 5)).isEmpty();
    }

    @Test
    void aWindowTooShortForATrendIsRefused() {
        assertThatThrownBy(() -> new SteadyState(2, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SteadyState(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
