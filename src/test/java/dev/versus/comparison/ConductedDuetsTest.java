package dev.versus.comparison;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConductedDuetsTest extends ConductedByHand {

    /** A duet whose services compile nothing is rehearsed twice. */
    private static final int REHEARSALS = 2;

    private final List<List<String>> together = new ArrayList<>();
    private final List<Stretch.Part> parts = new ArrayList<>();

    @BeforeEach
    void aDuetOfBothFillsHalfOfTheTime() {
        duets = new Duets(List.of(new Duet("a", "b")), 0.5);
        budget = Budget.of(Duration.ofSeconds(30));
    }

    /** Offers half a second a turn, and in duets what their slices say. */
    private final LoadGenerator generator = new LoadGenerator() {
        @Override
        public Measurement offer(Stretch stretch) {
            return ConductedDuetsTest.this.offer(stretch, MadeUp.answers(50, 10_000));
        }

        @Override
        public boolean offersTogether() {
            return true;
        }

        @Override
        public List<List<Measurement>> offerTogether(List<Stretch> stretches, Slicing slicing) {
            together.add(stretches.stream().map(one -> one.target().name()).toList());
            stretches.forEach(one -> parts.add(one.part()));
            return Collections.nCopies(
                    slicing.number(),
                    stretches.stream().map(one -> MadeUp.answers(10, 1_000)).toList());
        }
    };

    @Test
    void each_round_has_a_duet_and_targets_change_places_in_it() {
        Outcome outcome = conduct(generator, fixedRequests(50));
        assertThat(plans.get(0).rounds()).isEqualTo(15);
        assertThat(plans.get(0).duets()).isEqualTo(1.0);
        assertThat(outcome.observed().duets())
                .extracting(DuetSlice::round)
                .hasSize(15 * 4)
                .startsWith(1, 1, 1, 1, 2)
                .endsWith(15);
        assertThat(together.subList(REHEARSALS, REHEARSALS + 3))
                .containsExactly(List.of("a", "b"), List.of("b", "a"), List.of("a", "b"));
    }

    @Test
    void duets_are_rehearsed_before_rounds_count() {
        var unused = conduct(generator, fixedRequests(50));
        assertThat(parts.subList(0, 2 * REHEARSALS)).containsOnly(Stretch.Part.REHEARSAL);
        assertThat(parts.subList(2 * REHEARSALS, parts.size())).containsOnly(Stretch.Part.DUET);
    }

    @Test
    void a_generator_that_offers_one_stretch_at_a_time_loads_in_turns_alone() {
        Outcome outcome = conduct(stretch -> offer(stretch, MadeUp.answers(50, 10_000)), fixedRequests(50));
        assertThat(outcome.observed().duets()).isEmpty();
        assertThat(plans.get(0).rounds()).isEqualTo(30);
    }

    @Test
    void a_number_of_rounds_has_no_duets() {
        Outcome outcome = conduct(generator, fixedRequests(50), 6);
        assertThat(outcome.observed().duets()).isEmpty();
        assertThat(outcome.rounds()).hasSize(6 * 2);
    }
}
