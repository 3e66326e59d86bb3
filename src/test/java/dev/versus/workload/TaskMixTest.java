package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMixTest {

    private static List<Task> tasks(int... weights) {
        return IntStream.of(weights)
                .mapToObj(weight -> new Task(weight, Request.get("/" + weight)))
                .toList();
    }

    @Test
    void choosesByWeight() {
        TaskMix mix = new TaskMix(tasks(1, 2, 5), 1, 42);
        int[] counts = new int[3];
        for (int i = 0; i < 80_000; i++) {
            counts[mix.next(0)]++;
        }
        assertThat(counts[0]).isCloseTo(10_000, within(500));
        assertThat(counts[1]).isCloseTo(20_000, within(700));
        assertThat(counts[2]).isCloseTo(50_000, within(1_000));
    }

    @Test
    void aSingleTaskIsAlwaysChosen() {
        assertThat(draws(new TaskMix(tasks(7), 1, 1), 0)).containsOnly(0);
    }

    @Test
    void theSameSeedGivesEachUserTheSameSequence() {
        List<Task> tasks = tasks(1, 1);
        assertThat(draws(new TaskMix(tasks, 2, 42), 1)).isEqualTo(draws(new TaskMix(tasks, 2, 42), 1));
        assertThat(draws(new TaskMix(tasks, 2, 42), 1)).isNotEqualTo(draws(new TaskMix(tasks, 2, 43), 1));
    }

    @Test
    void usersDrawIndependentlyOfEachOther() {
        TaskMix alone = new TaskMix(tasks(1, 1), 2, 42);
        TaskMix together = new TaskMix(tasks(1, 1), 2, 42);
        draws(together, 0);
        assertThat(draws(together, 1)).isEqualTo(draws(alone, 1)).isNotEqualTo(draws(alone, 0));
    }

    private static List<Integer> draws(TaskMix mix, int user) {
        return IntStream.range(0, 64).mapToObj(i -> mix.next(user)).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void weightsBeyondTheirLimitsAreRefused(int weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(weight, Request.get("/")))
                .withMessage("a task's weight lies between 1 and 1,000,000, not " + weight);
    }
}
