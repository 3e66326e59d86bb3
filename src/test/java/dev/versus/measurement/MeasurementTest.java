package dev.versus.measurement;

import static dev.versus.measurement.MadeUp.answers;
import static dev.versus.measurement.MadeUp.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.versus.workload.StepOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {

    @Test
    void twoTogetherAddUpCountsTimesAndHistograms() {
        Measurement sum = answers(10, 1_000).plus(answers(30, 3_000)).plus(refusals(5));
        assertThat(sum.answered()).isEqualTo(40);
        assertThat(sum.requests()).isEqualTo(45);
        assertThat(sum.failures()).isEqualTo(Map.of(FailureKind.CONNECTION, 5L));
        assertThat(sum.statuses()).isEqualTo(Map.of(200, 40L));
        assertThat(sum.bodyBytes()).isEqualTo(200);
        assertThat(sum.wallSeconds()).isCloseTo(0.1, within(1e-6));
        assertThat(sum.latencies().meanMillis()).isCloseTo(2.5, within(0.01));
        assertThat(sum.cpu().seconds()).containsEntry("web-1", 0.04).containsEntry(CpuTimes.GENERATOR, 1.0);
    }

    @Test
    void addingChangesNeitherPart() {
        Latencies one = answers(10, 1_000).latencies();
        one.plus(answers(30, 3_000).latencies());
        assertThat(one.count()).isEqualTo(10);
    }

    @Test
    void tellsAWorkloadWhatItMayKnow() {
        StepOutcome outcome = answers(10, 1_000).outcomeAt(3);
        assertThat(outcome.users()).isEqualTo(3);
        assertThat(outcome.requests()).isEqualTo(10);
        assertThat(outcome.throughput()).isCloseTo(1_000, within(1e-6));
        assertThat(outcome.p99Millis()).isCloseTo(1, within(0.001));
        assertThat(outcome.errorRate()).isZero();
    }

    @Test
    void latenciesSurviveTheirEncoding() {
        Latencies latencies =
                answers(10, 1_234).plus(answers(3, 3_600_000_000L)).latencies();
        assertThat(Latencies.decode(latencies.encoded()).histogram()).isEqualTo(latencies.histogram());
        assertThat(Latencies.decode(Latencies.none().encoded()).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AAAA"})
    void whatIsNoHistogramIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.decode(text))
                .withMessageStartingWith("not a compressed HdrHistogram in Base64: ");
    }

    @Test
    void cpuTimeSinceAnEarlierReadingIsNeverNegativeAndCountsNewcomersWhole() {
        CpuTimes before = new CpuTimes(Map.of(CpuTimes.GENERATOR, 1.0, "restarted", 9.0, "gone", 3.0));
        CpuTimes now = new CpuTimes(Map.of(CpuTimes.GENERATOR, 1.5, "restarted", 2.0, "new", 0.25));
        CpuTimes used = now.since(before);
        assertThat(used.seconds()).isEqualTo(Map.of(CpuTimes.GENERATOR, 0.5, "restarted", 0.0, "new", 0.25));
        assertThat(used.generator()).isEqualTo(0.5);
        assertThat(used.services()).isEqualTo(0.25);
    }

    @Test
    void theMeterReadsThisJvmAndWhatAProcessUsesFromItsFirstReadingOn() {
        ServiceMeter meter =
                new ServiceMeter(() -> Map.of("self-1", ProcessHandle.current().pid()));
        Usage first = meter.read();
        assertThat(first.cpu().seconds()).containsOnlyKeys("self-1");
        assertThat(first.cpu().services()).isZero();
        assertThat(first.services())
                .hasEntrySatisfying(
                        "self-1", usage -> assertThat(usage.memoryBytes()).isGreaterThan(1 << 20));
        assertThat(burn()).isPositive();
        assertThat(meter.read().since(first).cpu().services()).isPositive();
    }

    private static double burn() {
        double sum = 0;
        for (int i = 1; i < 20_000_000; i++) {
            sum += Math.sqrt(i);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "0.03, 0.0342, 0.0342",
        "0.03, 0.0151, 0.0151",
        "0.05, 0.02, 0.05",
        "0, 0.0004, 0.0004",
        "0.01, -0.3, 0.01",
        "0, -0.001, 0"
    })
    void threadsTellCpuTimeFinelyUnlessSomeHaveEnded(double byTicks, double byThreads, double used) {
        assertThat(TreeCpu.increment(byTicks, byThreads)).isEqualTo(used);
    }

    @Test
    void aProcessThatIsGoneUsesNothing() {
        CpuTimes read =
                new ServiceMeter(() -> Map.of("gone-1", Long.MAX_VALUE)).read().cpu();
        assertThat(read.seconds()).containsEntry("gone-1", 0.0);
    }
}
