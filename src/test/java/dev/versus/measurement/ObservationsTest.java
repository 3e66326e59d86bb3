package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private final Observations observed = new Observations(
            List.of(
                    MadeUp.round("a", 1, MadeUp.answers(10, 100_000)),
                    MadeUp.round("b", 1, MadeUp.answers(10, 200_000))),
            List.of(slice(1, 100, 200), slice(1, 300, 400), slice(2, 500, 600)));

    private static DuetSlice slice(int round, int ofA, int ofB) {
        return new DuetSlice(
                round,
                Instant.EPOCH,
                Map.of(
                        "a", MadeUp.answers(ofA, 100).lasting(0.25),
                        "b", MadeUp.answers(ofB, 100).lasting(0.25)));
    }

    @Test
    void a_duet_is_one_observation_of_all_its_slices() {
        assertThat(observed.together(List.of("a", "b")))
                .extracting(
                        Round::target,
                        Round::number,
                        round -> round.measurement().answered())
                .containsExactly(tuple("a", 1, 400L), tuple("a", 2, 500L), tuple("b", 1, 600L), tuple("b", 2, 600L));
    }

    @Test
    void targets_that_were_in_no_duet_have_none() {
        assertThat(observed.together(List.of("a", "c"))).isEmpty();
    }

    @Test
    void load_on_two_targets_at_once_counts_once() {
        assertThat(observed.loadSeconds()).isCloseTo(1 + 2 + 3 * 0.25, within(1e-9));
        assertThat(observed.rounds()).isEqualTo(1);
    }
}
