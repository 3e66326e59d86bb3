package dev.versus.simulations.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.run.SystemUnderTest;
import dev.versus.verdict.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepsTest {

    private final Placement deployment =
            new SystemUnderTest("users", Optional.empty()).in(new EnvironmentChoice("process"));

    private Sweeps sweeps(boolean quick) {
        return new Sweeps(new Transport("memfd", deployment), quick);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_point_has_its_target_and_both_sweeps_share_the_usual_loop(boolean quick) {
        List<String> names =
                sweeps(quick).targets().distinct().map(EntryPoint::name).toList();
        List<String> needed = Stream.of(
                        sweeps(quick).bySize(),
                        sweeps(quick).costBySize(),
                        sweeps(quick).byConcurrency())
                .flatMap(sweep -> sweep.targets().stream())
                .distinct()
                .toList();
        assertThat(names).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(needed);
        assertThat(sweeps(quick).bySize().targets()).contains("memfd-rest", "memfd-shm");
        assertThat(sweeps(quick).byConcurrency().targets()).contains("memfd-rest", "memfd-shm");
    }

    @Test
    void shared_memory_is_compared_with_rest() {
        assertThat(sweeps(false).bySize().compared()).contains(new Sweep.Compared("shared memory", "REST"));
        assertThat(sweeps(false).byConcurrency().knees()).isTrue();
        assertThat(sweeps(true).byConcurrency().knees()).isFalse();
    }
}
