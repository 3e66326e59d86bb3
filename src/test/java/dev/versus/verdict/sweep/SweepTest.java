package dev.versus.verdict.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.measurement.Json;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Sweep EMPTY = Sweep.of("Throughput by payload", Quantity.bytes("payload"));
    private static final Sweep REST =
            EMPTY.series("REST", List.of(1, 10, 100), size -> of(Figure.THROUGHPUT, "rest-" + size));
    private static final Sweep BOTH =
            REST.series("memory", List.of(10, 100, 1000), size -> of(Figure.THROUGHPUT, "memory-" + size));

    private static Subject.Value of(Metric metric, String target) {
        return new Subject.Value(metric, target);
    }

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(call).withMessageContainingAll(parts);
    }

    @Test
    void a_record_keeps_it_as_it_is() throws IOException {
        Sweep sweep = BOTH.comparing("memory", "REST").markingKnees();
        var json = Json.lines();
        assertThat(json.readValue(json.writeValueAsString(sweep), Sweep.class)).isEqualTo(sweep);
        assertThat(json.readValue(json.writeValueAsString(EMPTY.onLinearAxis()), Sweep.class))
                .isEqualTo(EMPTY.onLinearAxis());
    }

    @Test
    void two_series_are_compared_where_both_have_a_value() {
        assertThat(BOTH.comparing("memory", "REST").ratios())
                .containsExactly(
                        new Sweep.RatioAt(10, new Subject.Ratio(Figure.THROUGHPUT, "memory-10", "rest-10")),
                        new Sweep.RatioAt(100, new Subject.Ratio(Figure.THROUGHPUT, "memory-100", "rest-100")));
        assertThat(BOTH.ratios()).isEmpty();
    }

    @Test
    void its_targets_are_those_of_all_points() {
        assertThat(BOTH.targets())
                .containsExactly("rest-1", "rest-10", "rest-100", "memory-10", "memory-100", "memory-1000");
    }

    @Test
    void a_series_needs_two_values_that_ascend_and_that_its_axis_holds() {
        assertRefused(
                () -> EMPTY.series("REST", List.of(1), size -> of(Figure.MEAN, "a")),
                "'REST'",
                "'Throughput by payload'",
                "two values at least",
                "[1.0]");
        assertRefused(() -> EMPTY.series("REST", List.of(2, 1), size -> of(Figure.MEAN, "a")), "[2.0, 1.0]");
        assertRefused(() -> EMPTY.series("REST", List.of(1, 1), size -> of(Figure.MEAN, "a")), "larger");
        assertRefused(() -> EMPTY.series("REST", List.of(0, 1), size -> of(Figure.MEAN, "a")), "above zero");
        assertThat(EMPTY.onLinearAxis()
                        .series("REST", List.of(0, 1), size -> of(Figure.MEAN, "a"))
                        .series())
                .hasSize(1);
    }

    @Test
    void series_have_labels_of_their_own_and_one_unit() {
        assertRefused(
                () -> REST.series("REST", List.of(1, 10), size -> of(Figure.THROUGHPUT, "a")),
                "two series called 'REST'");
        assertRefused(
                () -> REST.series("slow", List.of(1, 10), size -> of(Figure.MEAN, "a")), "different units (/s, ms)");
    }

    @Test
    void only_series_that_are_there_are_compared_by_one_metric_at_two_values() {
        assertRefused(() -> BOTH.comparing("memory", "SOAP"), "'memory' with 'SOAP'", "finds 0");
        Sweep apart = REST.series("far", List.of(100, 1000), size -> of(Figure.THROUGHPUT, "far-" + size));
        assertRefused(() -> apart.comparing("far", "REST"), "finds 1");
        Sweep mean = EMPTY.series("a", List.of(1, 2), size -> of(Figure.MEAN, "a-" + size))
                .series("b", List.of(1, 2), size -> of(Figure.CPU_PER_REQUEST, "b-" + size));
        assertRefused(() -> mean.comparing("b", "a"), "cpu-per-request of b-1 with mean of a-1", "one metric");
    }

    @Test
    void only_a_throughput_has_a_knee() {
        assertThat(BOTH.markingKnees().knees()).isTrue();
        Sweep mean = EMPTY.series("a", List.of(1, 2), size -> of(Figure.MEAN, "a"));
        assertRefused(mean::markingKnees, "reads mean", "no knee");
        Sweep duration = EMPTY.series("a", List.of(1, 2), size -> of(Figure.DURATION, "a"));
        assertRefused(duration::markingKnees, "reads duration");
    }

    @Test
    void points_of_targets_that_are_left_out_go() {
        Sweep compared = BOTH.comparing("memory", "REST");
        assertThat(compared.without(Set.of())).contains(compared);
        assertThat(compared.without(Set.of("rest-1", "memory-1000"))
                        .orElseThrow()
                        .targets())
                .containsExactly("rest-10", "rest-100", "memory-10", "memory-100");
        assertThat(compared.without(Set.of("rest-1", "rest-10"))).isEmpty();
        assertThat(compared.without(Set.of("rest-10"))).isEmpty();
        assertThat(BOTH.without(Set.of("rest-10"))).isPresent();
    }
}
