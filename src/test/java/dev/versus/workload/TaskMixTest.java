package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
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
        TaskMix mix = new TaskMix(tasks(1, 2, 5), 42);
        int[] counts = new int[3];
        for (int i = 0; i < 80_000; i++) {
            counts[mix.next()]++;
        }
        assertThat(counts[0]).isCloseTo(10_000, within(500));
        assertThat(counts[1]).isCloseTo(20_000, within(700));
        assertThat(counts[2]).isCloseTo(50_000, within(1_000));
    }

    @Test
    void aSingleTaskIsAlwaysChosen() {
        assertThat(draws(new TaskMix(tasks(7), 1))).containsOnly(0);
    }

    @Test
    void theSameSeedGivesTheSameSequence() {
        List<Task> tasks = tasks(1, 1);
        assertThat(draws(new TaskMix(tasks, 42))).isEqualTo(draws(new TaskMix(tasks, 42)));
        assertThat(draws(new TaskMix(tasks, 42))).isNotEqualTo(draws(new TaskMix(tasks, 43)));
    }

    @Test
    void rowsFollowOneAnotherForEachTaskFromAPlaceThatTheSeedChooses() {
        Request fed = Request.get("/#{id}").feed(Path.of("rows.csv"));
        List<Task> tasks = List.of(new Task(1, fed), new Task(1, Request.get("/")), new Task(1, fed));
        TaskMix mix = new TaskMix(tasks, 42);
        long first = mix.nextRow(0);
        assertThat(mix.nextRow(0)).isEqualTo(first + 1);
        assertThat(mix.nextRow(2)).isEqualTo(first);
        assertThat(mix.nextRow(1)).isEqualTo(mix.nextRow(1));
        assertThat(new TaskMix(tasks, 42).nextRow(0)).isEqualTo(first);
        assertThat(new TaskMix(tasks, 43).nextRow(0)).isNotEqualTo(first).isNotNegative();
    }

    private static List<Integer> draws(TaskMix mix) {
        return IntStream.range(0, 64).mapToObj(i -> mix.next()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void weightsBeyondTheirLimitsAreRefused(int weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(weight, Request.get("/")))
                .withMessage("a task's weight lies between 1 and 1,000,000, not " + weight);
    }
}
