package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnUnderWayTest {

    private static TurnUnderWay of(int repetitions) {
        return new TurnUnderWay(new Turn(1, 1, ConductedByHand.A), repetitions);
    }

    /** Returns the passes, of so many, in which the workload is run. */
    private static List<Integer> passes(int repetitions, int passes) {
        List<TurnUnderWay> turn = List.of(of(repetitions));
        return IntStream.rangeClosed(1, passes)
                .filter(pass -> TurnUnderWay.due(turn, pass, passes)
                        .map(due -> {
                            due.add(MadeUp.answers(1, 1_000), List.of());
                            return true;
                        })
                        .orElse(false))
                .boxed()
                .toList();
    }

    @Test
    void runs_are_spread_evenly_over_the_passes_of_a_round() {
        assertThat(passes(1, 1)).containsExactly(1);
        assertThat(passes(4, 4)).containsExactly(1, 2, 3, 4);
        assertThat(passes(2, 4)).containsExactly(1, 3);
        assertThat(passes(3, 8)).containsExactly(2, 4, 7);
        assertThat(passes(1_000, 1_000)).hasSize(1_000);
    }

    @Test
    void turns_that_are_alike_alternate() {
        TurnUnderWay one = of(2);
        TurnUnderWay control = of(2);
        List<TurnUnderWay> ran = IntStream.rangeClosed(1, 4)
                .mapToObj(
                        pass -> TurnUnderWay.due(List.of(one, control), pass, 4).orElseThrow())
                .peek(due -> due.add(MadeUp.answers(1, 1_000), List.of()))
                .toList();
        assertThat(ran).containsExactly(one, control, one, control);
    }

    @Test
    void a_target_that_answers_nothing_is_not_loaded_again_in_its_round() {
        TurnUnderWay turn = of(3);
        turn.add(MadeUp.answers(0, 1_000), List.of());
        assertThat(TurnUnderWay.due(List.of(turn), 3, 3)).isEmpty();
        assertThat(turn.runs()).isEqualTo(1);
    }
}
