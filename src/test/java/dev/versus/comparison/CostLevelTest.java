package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostLevelTest {

    private static final CostLevel LEVEL = new CostLevel(Duration.ofMillis(250), Duration.ofMillis(7_500));

    private static List<WarmUp.Slice> costing(long requests, String cpuMicros) {
        return Stream.of(cpuMicros.split(" "))
                .map(micros -> slice(requests, 1, Double.parseDouble(micros)))
                .toList();
    }

    private static WarmUp.Slice slice(long requests, double p50Millis, double cpuMicros) {
        double throughput = cpuMicros > 0 ? 4.0 * requests : 0;
        return new WarmUp.Slice("a", requests, throughput, p50Millis, cpuMicros, 0, OptionalDouble.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "100 100 100 100 100 100 100 100 100 100 100, false",
        "100 100 100 100 100 100 100 100 100 100 100 100, true",
        "9 9 9 100 100 100 100 100 100 100 100 100 100 100 100, true",
        "99 103 97 102 98 101 104 100 103 99 104 101, true",
        "100 101 102 103 104 105 106 107 108 109 110 111, false",
        "100 100 100 100 100 100 106 106 106 106 106 106, false",
        "100 100 100 100 100 100 94 94 94 94 94 94, false",
        "100 100 190 100 100 100 100 100 30 100 100 100, true",
        "1 0 1 1 1 1 1 1 1 1 1 1, false"
    })
    void two_targets_are_each_level_when_six_slices_agree_with_the_six_before(String cpuMicros, boolean level) {
        assertThat(LEVEL.isReachedBy(costing(2_000, cpuMicros), 2)).isEqualTo(level);
    }

    @Test
    void a_target_alone_needs_three_seconds_against_three_all_the_same() {
        assertThat(LEVEL.isReachedBy(level(23), 1)).isFalse();
        assertThat(LEVEL.isReachedBy(level(24), 1)).isTrue();
        assertThat(LEVEL.isReachedBy(level(12), 4))
                .as("six slices of four targets take longer")
                .isTrue();
    }

    private static List<WarmUp.Slice> level(int slices) {
        return IntStream.range(0, slices).mapToObj(i -> slice(2_000, 1, 100)).toList();
    }

    @Test
    void slices_of_few_requests_are_pooled_until_they_tell_cpu_time() {
        assertThat(LEVEL.isReachedBy(slow(15, 0), 2))
                .as("seven pools of 200 requests")
                .isFalse();
        assertThat(LEVEL.isReachedBy(slow(16, 0), 2)).isTrue();
        assertThat(LEVEL.isReachedBy(slow(40, 10), 2)).as("a cost that falls").isFalse();
    }

    /** Slices of 100 requests that cost 900 and 1,100 µs in turns, less so many µs from slice to slice, while the latency is level. */
    private static List<WarmUp.Slice> slow(int slices, double less) {
        return IntStream.range(0, slices)
                .mapToObj(i -> slice(100, 5, (i % 2 == 0 ? 900 : 1_100) - less * i))
                .toList();
    }

    @Test
    void slices_of_little_cpu_time_are_pooled_too() {
        assertThat(LEVEL.isReachedBy(costing(600, "90 110 90 110 90 110 90 110 90 110 90 110 90 110 90 110"), 2))
                .isTrue();
    }

    @Test
    void the_median_latency_decides_of_a_target_too_slow_to_tell_cpu_time() {
        assertThat(LEVEL.isReachedBy(seldom(29), 2)).isFalse();
        assertThat(LEVEL.isReachedBy(seldom(30), 2)).isTrue();
    }

    private static List<WarmUp.Slice> seldom(int slices) {
        return IntStream.range(0, slices)
                .mapToObj(i -> slice(5, 500, 1 + 7 * (i % 3)))
                .toList();
    }
}
