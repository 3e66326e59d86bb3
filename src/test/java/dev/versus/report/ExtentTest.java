package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtentTest {

    private static String described(List<Integer> startUp, List<Integer> hit) {
        return new Extent(60, 60, 0, Optional.empty(), startUp, List.of(), 0, hit, Optional.empty()).describe();
    }

    @Test
    void rounds_and_slices_in_which_compilers_were_at_work_are_told() {
        assertThat(new Extent(60, 60, 0, Optional.empty(), List.of(), List.of(5, 9), 1, List.of(), Optional.empty())
                        .describe())
                .endsWith(
                        "leave out 2 rounds, because a service's compilers were at work in some turns; and 1 slice of duets,"
                                + " because the cost had not settled or compilers were at work.");
    }

    @Test
    void the_rounds_that_do_not_count_are_told_with_their_reasons() {
        assertThat(described(List.of(), List.of())).isEqualTo("All 60 planned rounds ended.");
        assertThat(described(List.of(1), List.of(17, 30)))
                .isEqualTo(
                        "All 60 planned rounds ended. Verdicts leave out the first round, because the cost of a request had not"
                                + " settled by then; and 2 rounds, because others took CPUs from some turns and not from all.");
        assertThat(described(List.of(1, 2, 3), List.of()))
                .endsWith("leave out the first 3 rounds, because the cost of a request had not settled by then.");
        assertThat(described(List.of(), List.of(17))).contains("leave out 1 round, because others");
    }
}
