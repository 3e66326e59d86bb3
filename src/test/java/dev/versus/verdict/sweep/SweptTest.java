package dev.versus.verdict.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweptTest {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int[] NOISE = {0, 10, -10, 5, -5, 2, -2, 0};

    private final List<Round> rounds = new ArrayList<>();
    private int played = NOISE.length;

    private static Sweep by(Metric metric) {
        return Sweep.of("By payload", Quantity.bytes("payload"))
                .series("REST", SIZES, size -> new Subject.Value(metric, "rest-" + size))
                .series("memory", SIZES, size -> new Subject.Value(metric, "memory-" + size))
                .comparing("memory", "REST");
    }

    private static Finding busy(String... targets) {
        return new Finding("machine-busy", Severity.INVALIDATES, List.of(targets), "it was seen", "a cause", "a step");
    }

    /** Rounds of three targets, one for each size, whose requests take about so many µs each. */
    private SweptTest with(String series, int... micros) {
        for (int at = 0; at < micros.length; at++) {
            for (int round = 0; round < played; round++) {
                int noise = NOISE[(round + 3 * at + series.length()) % NOISE.length];
                CpuTimes cpu = new CpuTimes(Map.of("web-1", micros[at] + noise / 10.0));
                rounds.add(MadeUp.round(
                        series + "-" + SIZES.get(at), round + 1, MadeUp.answers(20, micros[at] + noise, cpu)));
            }
        }
        return this;
    }

    private Swept swept(Sweep sweep, Finding... findings) {
        return Swept.of(sweep, new Judge(Observations.ofTurns(rounds), Confidence.USUAL), List.of(findings));
    }

    private SweptTest crossing() {
        return with("rest", 1_000, 2_000, 8_000).with("memory", 2_000, 2_000, 2_000);
    }

    @Test
    void the_crossover_is_told_with_its_interval() {
        Swept swept = crossing().swept(by(Figure.THROUGHPUT));
        assertThat(swept.crossover().orElseThrow().crossings()).singleElement().satisfies(crossing -> {
            assertThat(crossing.value()).isCloseTo(10_000, within(200.0));
            assertThat(crossing.interval().contains(10_000)).isTrue();
        });
        assertThat(swept.sentences())
                .singleElement()
                .asString()
                .matches(
                        "REST is faster below (9\\.\\d+|10\\.?\\d*) kB \\(9.* to 10.* kB at 9\\d\\.\\d %\\), memory above;"
                                + " a straight line is assumed between the measured .* kB and .* kB\\.");
        assertThat(swept.ratios()).extracting(Swept.Measured::at).containsExactly(1_000.0, 10_000.0, 100_000.0);
        assertThat(swept.ratios().get(2).estimate().orElseThrow().value()).isCloseTo(4, within(0.1));
        assertThat(swept.curves()
                        .get(0)
                        .points()
                        .get(0)
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo(1_000, within(20.0));
    }

    @Test
    void of_latencies_the_lower_one_is_ahead() {
        assertThat(crossing().swept(by(Figure.MEAN)).sentences().get(0)).startsWith("REST is faster below ");
    }

    @Test
    void of_costs_the_lower_one_is_cheaper() {
        Swept swept =
                with("rest", 1_000, 1_000, 1_000).with("memory", 900, 800, 700).swept(by(Figure.CPU_PER_REQUEST));
        assertThat(swept.sentences())
                .containsExactly("memory is cheaper than REST at every measured payload from 1 to 100 kB.");
    }

    @Test
    void one_that_is_ahead_everywhere_is_said_to_be() {
        Swept swept =
                with("rest", 1_000, 2_000, 8_000).with("memory", 700, 800, 900).swept(by(Figure.THROUGHPUT));
        assertThat(swept.sentences())
                .containsExactly("memory is faster than REST at every measured payload from 1 to 100 kB.");
        Swept turned = swept(by(Figure.MEAN));
        assertThat(turned.sentences())
                .containsExactly("memory is faster than REST at every measured payload from 1 to 100 kB.");
    }

    @Test
    void what_is_alike_within_the_margin_is_said_to_be() {
        Swept swept = with("rest", 1_000, 2_000, 8_000)
                .with("memory", 1_001, 2_000, 7_999)
                .swept(by(Figure.THROUGHPUT));
        assertThat(swept.sentences())
                .containsExactly("REST and memory are alike, within 5 %, at every measured payload from 1 to 100 kB.");
    }

    @Test
    void what_is_not_decided_is_said_not_to_be() {
        Swept swept = with("rest", 50, 60, 70).with("memory", 50, 60, 70).swept(by(Figure.THROUGHPUT));
        assertThat(swept.sentences())
                .containsExactly(
                        "which of REST and memory is faster is not decided at any measured payload from 1 to 100 kB.");
    }

    @Test
    void a_lead_that_ends_in_doubt_is_told_as_far_as_it_goes() {
        Swept swept =
                with("rest", 1_000, 2_000, 60).with("memory", 500, 1_000, 60).swept(by(Figure.THROUGHPUT));
        assertThat(swept.sentences().get(0))
                .matches("memory is faster from 1 to \\d+.* kB; not decided from \\d+.* to 100 kB\\.");
    }

    @Test
    void every_crossover_is_named() {
        Swept swept = with("rest", 1_000, 2_000, 1_000)
                .with("memory", 2_000, 1_000, 2_000)
                .swept(by(Figure.THROUGHPUT));
        assertThat(swept.sentences().get(0))
                .startsWith("REST is faster from 1 to ")
                .contains("; they cross at 3.", " and 31.");
    }

    @Test
    void points_that_a_diagnostic_makes_invalid_are_left_out_and_named() {
        Swept swept = crossing().swept(by(Figure.THROUGHPUT), busy("memory-100000"));
        assertThat(swept.ratios().get(2).doubt()).contains("machine-busy");
        assertThat(swept.curves().get(1).points().get(2).doubt()).contains("machine-busy");
        assertThat(swept.curves().get(0).points().get(2).doubt()).isEmpty();
        assertThat(swept.crossover().orElseThrow().stretches())
                .last()
                .satisfies(stretch -> assertThat(stretch.to()).isEqualTo(10_000));
        assertThat(swept.sentences().get(0)).endsWith("(without 100 kB, which machine-busy makes invalid).");
    }

    @Test
    void doubt_of_almost_everything_leaves_the_question_open() {
        Swept swept = crossing().swept(by(Figure.THROUGHPUT), busy("rest-10000", "memory-100000"));
        assertThat(swept.crossover()).isEmpty();
        assertThat(swept.sentences())
                .containsExactly("which of memory and REST is faster is not told: the diagnostic machine-busy speaks"
                        + " against the figures.");
    }

    @Test
    void few_rounds_tell_nothing() {
        played = 5;
        Swept swept = crossing().swept(by(Figure.THROUGHPUT).markingKnees());
        assertThat(swept.sentences())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "which of memory and REST is faster is not told: the rounds support too few intervals, for they"
                                + " are too few or hold no answer.");
        assertThat(swept.sentences().get(1)).startsWith("the knee of REST is not told: the rounds support too few");
    }

    @Test
    void a_run_without_rounds_has_no_figures() {
        Swept swept = swept(by(Figure.THROUGHPUT).markingKnees());
        assertThat(swept.curves())
                .allSatisfy(curve -> assertThat(curve.points())
                        .allSatisfy(point -> assertThat(point.estimate()).isEmpty()));
        assertThat(swept.sentences()).hasSize(3);
    }

    @Test
    void a_target_that_answers_nothing_takes_its_point_away() {
        with("rest", 1_000, 2_000).with("memory", 2_000, 1_000);
        for (int round = 1; round <= played; round++) {
            rounds.add(MadeUp.round("rest-100000", round, MadeUp.refusals(5)));
            rounds.add(MadeUp.round("memory-100000", round, MadeUp.answers(20, 1_000)));
        }
        Swept swept = swept(by(Figure.THROUGHPUT));
        assertThat(swept.ratios().get(2).estimate()).isEmpty();
        assertThat(swept.sentences().get(0)).startsWith("REST is faster below ");
    }

    @Test
    void the_knee_of_each_series_is_told() {
        Swept swept = with("rest", 2_000, 1_000, 990)
                .with("memory", 2_000, 1_000, 500)
                .swept(by(Figure.THROUGHPUT).markingKnees());
        assertThat(swept.curves().get(0).knee().orElseThrow().at().value()).isEqualTo(10_000);
        assertThat(swept.sentences().get(1))
                .isEqualTo("the knee of REST is at 10 kB (at 95.0 %): no larger payload brings more than 5 % more.");
        assertThat(swept.sentences().get(2))
                .isEqualTo("the knee of memory is not reached: throughput still rises at 100 kB (at 95.0 %).");
    }

    @Test
    void a_lead_within_the_margin_is_said_to_be_one() {
        Swept swept = with("rest", 10_000, 20_000, 80_000)
                .with("memory", 9_800, 19_600, 78_500)
                .swept(by(Figure.THROUGHPUT));
        assertThat(swept.sentences())
                .containsExactly("memory is faster than REST at every measured payload from 1 to 100 kB, though by less"
                        + " than 5 %.");
    }

    @Test
    void a_knee_at_the_smallest_load_may_lie_below_it() {
        Swept swept = with("rest", 1_000, 1_000, 1_000)
                .with("memory", 1_000, 1_000, 1_000)
                .swept(by(Figure.THROUGHPUT).markingKnees());
        assertThat(swept.sentences().get(1))
                .isEqualTo(
                        "the knee of REST is at 1 kB (at 95.0 %) or below: no larger payload brings more than 5 % more.");
    }

    @Test
    void a_knee_that_may_be_anywhere_is_not_told() {
        Swept swept = with("rest", 90, 90, 90)
                .with("memory", 90, 90, 90)
                .swept(by(Figure.THROUGHPUT).markingKnees());
        assertThat(swept.sentences().get(1))
                .isEqualTo("the knee of REST is not told by so few rounds: it may be at any payload from 1 to 100 kB.");
    }

    @Test
    void six_rounds_tell_no_knee_of_three_loads() {
        played = 6;
        Swept swept = crossing().swept(by(Figure.THROUGHPUT).markingKnees());
        assertThat(swept.sentences().get(1)).isEqualTo("the knee of REST is not told by so few rounds.");
    }
}
