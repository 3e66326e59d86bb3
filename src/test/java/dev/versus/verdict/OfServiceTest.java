package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfServiceTest {

    private static final Map<String, Double> CPU =
            Map.of("flask-server-1", 0.2, "flask-server-2", 0.3, "flask-server-old-1", 9.0, "io-simulator-1", 0.1);
    private static final Map<String, Long> MEMORY = Map.of("flask-server-1", 3L << 20, "flask-server-2", 4L << 20);

    private static Measurement measured(double seconds, Latencies latencies) {
        Consumption used = new Consumption(new CpuTimes(CPU), MEMORY, 0, 0, 0, Map.of(), Map.of());
        return new Measurement(
                seconds, latencies, Map.of(), Map.of(), 0, BodyLengths.none(), 0, Optional.empty(), used);
    }

    private static final Measurement SEEN =
            measured(5, MadeUp.answers(10, 1_000).latencies());

    @ParameterizedTest
    @CsvSource({
        "cpu:flask-server, 10",
        "cpu-per-request:flask-server, 50",
        "memory:flask-server, 7",
        "cpu:io-simulator, 2",
        "memory:*-server, 7",
        "cpu:*, 192"
    })
    void itCountsAllReplicasOfTheServiceAndNoOther(String id, double expected) {
        assertThat(Metric.named(id).of(SEEN).orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu:quart-server", "memory:io-simulator"})
    void whatWasNotReadIsNotZero(String id) {
        assertThat(Metric.named(id).of(SEEN)).isEmpty();
    }

    @Test
    void aServiceThatWasNotMeasuredIsNamedAsTheReason() {
        assertThat(Metric.named("cpu:quart-server").lack(SEEN))
                .isEqualTo("cpu:quart-server is known only of services that this run started on Linux, and none called"
                        + " quart-server was read here");
    }

    @Test
    void cpuTimeThatNobodyReadIsNotZero() {
        Measurement unread = new Measurement(
                5,
                SEEN.latencies(),
                Map.of(),
                Map.of(),
                0,
                BodyLengths.none(),
                0,
                Optional.empty(),
                Consumption.of(CpuTimes.none()));
        assertThat(Figure.CPU_PER_REQUEST.of(unread)).isEmpty();
        assertThat(Figure.CPU_PER_REQUEST.lack(unread))
                .startsWith("cpu-per-request is known only of services that this run started");
    }

    @Test
    void withoutAnswersThereIsNothingForEach() {
        assertThat(Metric.named("cpu-per-request:flask-server").of(measured(5, Latencies.none())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu:flask-server", "cpu-per-request:a", "memory:*-server"})
    void itsIdNamesIt(String id) {
        assertThat(Metric.named(id).id()).isEqualTo(id);
    }
}
