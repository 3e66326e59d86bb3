package dev.versus.report;

import dev.versus.measurement.Calibration;
import dev.versus.measurement.Machine;
import dev.versus.measurement.Ruler;
import dev.versus.workload.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A fixed reading of the ruler. */
final class SampleRuler {

    private SampleRuler() {}

    /** The run with this reading. */
    static RunRecord on(RunRecord run) {
        return new RunRecord(
                run.run(),
                run.warmUp(),
                run.observed(),
                run.fingerprints(),
                run.findings(),
                run.restarts(),
                run.ends(),
                run.stopped(),
                Optional.of(calibration()),
                run.evidence(),
                run.judged(),
                run.secondDraw(),
                run.failure());
    }

    static Calibration calibration() {
        return Calibration.of(new Ruler(
                Rate.perSecond(42_318.4),
                micros(87),
                List.of(
                        off(200, 62, 148).at(1_000),
                        off(5_000, 71, -12).at(1_000),
                        off(200, 60, 140).inAClosedLoop(),
                        off(20_000, 90, 310).inAClosedLoop()),
                Duration.ofMillis(12_500),
                true,
                new Machine("Linux 6.1.0", "AMD EPYC 7B13", 2, 24_105, "Eclipse Adoptium 25.0.3+9-LTS", List.of()),
                "generator on [0], services on [1]",
                Instant.parse("2026-11-20T17:45:00Z")));
    }

    private record Off(Duration delay, Duration p50, Duration p99) {

        Ruler.Deviation at(double perSecond) {
            return new Ruler.Deviation(delay, Optional.of(Rate.perSecond(perSecond)), p50, p99);
        }

        Ruler.Deviation inAClosedLoop() {
            return new Ruler.Deviation(delay, Optional.empty(), p50, p99);
        }
    }

    private static Off off(long delay, long p50, long p99) {
        return new Off(micros(delay), micros(p50), micros(p99));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
