package dev.versus.comparison;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest extends ConductedByHand {

    private List<Stretch> of(Stretch.Part part) {
        return offered.stream().filter(stretch -> stretch.part() == part).toList();
    }

    /** A JVM that compiles anew in so many rehearsals, as it does once it has fewer CPUs. */
    private Measurement offerByJvm(Stretch stretch, int compilingFor) {
        boolean compiles = stretch.isOfRound() && of(Stretch.Part.REHEARSAL).size() < compilingFor;
        Consumption used = new Consumption(
                new CpuTimes(Map.of("web-1", 0.2)),
                Map.of(),
                0,
                0,
                0,
                Map.of(),
                Map.of("web-1", MadeUp.compiling(compiles ? 0.1 : 0)));
        return offer(stretch, MadeUp.using(MadeUp.answers(1_000, 250), used));
    }

    @Test
    void goes_on_while_the_compilers_of_a_service_are_not_at_rest() {
        conduct(s -> offerByJvm(s, 0), fixedRequests(10), 1);
        assertThat(of(Stretch.Part.REHEARSAL)).hasSize(4);
        offered.clear();
        conduct(s -> offerByJvm(s, 1), fixedRequests(10), 1);
        assertThat(of(Stretch.Part.REHEARSAL)).hasSize(6);
    }

    @Test
    void ends_at_its_longest_time() {
        conduct(s -> offerByJvm(s, 1_000), fixedRequests(10), 1);
        assertThat(of(Stretch.Part.REHEARSAL)).as("15 s").hasSize(30);
    }

    @Test
    void a_long_round_is_cut_to_a_slice_of_load_and_has_new_names_too() {
        conduct(s -> offer(s, MadeUp.answers(1_000, 250)), fixedRequests(1_000_000), 1);
        assertThat(rehearsals).as("whole rounds").isZero();
        assertThat(of(Stretch.Part.REHEARSAL)).hasSize(4);
        assertThat(of(Stretch.Part.DRESS_REHEARSAL)).extracting(Stretch::turn).containsExactly(1, 2, 3);
    }
}
