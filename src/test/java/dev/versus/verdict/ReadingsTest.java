package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Round;
import dev.versus.statistics.Percentile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {

    private static final LatencyPercentile P50 = new LatencyPercentile(new Percentile(50));

    private static Round round(String target, int number, int answers) {
        return MadeUp.round(target, number, MadeUp.answers(answers, 1_000L * number));
    }

    @Test
    void sharesOnlyTheRoundsThatEveryTargetHas() {
        List<Round> rounds =
                List.of(round("b", 3, 1), round("a", 1, 1), round("b", 1, 1), round("a", 2, 1), round("a", 3, 1));
        assertThat(Readings.shared(List.of(Side.of("a"), Side.of("b")), rounds).numbers())
                .containsExactly(1, 3);
        assertThat(Readings.shared(List.of(Side.of("a")), rounds).numbers()).containsExactly(1, 2, 3);
        assertThat(Readings.shared(List.of(Side.of("a"), Side.of("unknown")), rounds)
                        .numbers())
                .isEmpty();
    }

    @Test
    void readsValuesInTheOrderOfTheRounds() {
        List<Round> rounds = List.of(round("a", 2, 60), round("a", 1, 60));
        assertThat(P50.of(Readings.shared(List.of(Side.of("a")), rounds).rounds())
                        .orElseThrow())
                .containsExactly(1.0, 2.0);
    }

    @Test
    void oneRoundWithoutSupportLeavesNoReading() {
        assertThat(P50.of(List.of(round("a", 1, 60)))).isPresent();
        assertThat(P50.of(List.of(round("a", 1, 60), round("a", 2, 59)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throughput", "mean", "error-rate", "failures", "cpu-per-request", "p50", "p99", "p99.9"})
    void aMetricIsFoundByItsId(String id) {
        assertThat(Metric.named(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "latency, 'there is no metric ''latency'''",
        "p0, 'A percentile lies between 0 and 100, and 0.0 does not.'",
        "p100, 'A percentile lies between 0 and 100, and 100.0 does not.'",
        "p, 'there is no metric ''p'''"
    })
    void whatIsNoMetricIsRefused(String id, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.named(id)).withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"throughput, 0.05", "p50, 0.05", "p90, 0.05", "p90.1, 0.15", "p99, 0.15"})
    void theUsualMarginIsWiderWhereFewRequestsDecide(String id, double margin) {
        assertThat(Metric.named(id).usualMargin()).isEqualTo(margin);
    }

    @ParameterizedTest
    @CsvSource({
        "throughput, true",
        "failures, true",
        "error-rate, true",
        "mean, false",
        "cpu-per-request, false",
        "p50, false"
    })
    void onlyCountsCanBeReadFromARoundWithoutAnswers(String id, boolean readable) {
        assertThat(Metric.named(id).of(MadeUp.refusals(3)).isPresent()).isEqualTo(readable);
    }
}
