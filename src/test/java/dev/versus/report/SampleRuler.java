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
                run.rounds(),
                run.fingerprints(),
                run.findings(),
                run.restarts(),
                run.stopped(),
                Optional.of(calibration()));
    }

    static Calibration calibration() {
        return Calibration.of(new Ruler(
                Rate.perSecond(42_318.4),
                micros(87),
                List.of(off(200, 62, 148), off(1_000, 64, 150), off(5_000, 71, -12), off(20_000, 90, 310)),
                Duration.ofMillis(12_500),
                true,
                new Machine("Linux 6.1.0", "AMD EPYC 7B13", 2, 24_105, "Eclipse Adoptium 25.0.3+9-LTS", List.of()),
                "generator on [0], services on [1]",
                Instant.parse("2026-11-20T17:45:00Z")));
    }

    private static Ruler.Deviation off(long delay, long p50, long p99) {
        return new Ruler.Deviation(micros(delay), micros(p50), micros(p99));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
