package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.versus.measurement.Calibration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulerViewTest {

    @Test
    void tellsCeilingFloorAndDeviationsWithTheirSigns() {
        RulerView view = RulerView.of(Optional.of(SampleRuler.calibration()));
        assertThat(view.rows())
                .containsExactly(
                        entry("Ceiling", "42,318 requests/s at concurrency 50"),
                        entry("Floor", "87 µs, one request at a time"),
                        entry("Off at 1000/s", "0.2 ms: p50 +62 µs, p99 +148 µs; 5 ms: p50 +71 µs, p99 −12 µs"),
                        entry(
                                "Off in a closed loop",
                                "0.2 ms: p50 +60 µs, p99 +140 µs; 20 ms: p50 +90 µs, p99 +310 µs"),
                        entry("Level after", "12.5 s"),
                        entry("Read", "20 November 2026, 17:45 UTC"));
        assertThat(view.line()).startsWith("ceiling 42,318 requests/s").contains("; off at 1000/s 0.2 ms: p50 +62 µs");
    }

    @Test
    void tellsWhatToRunWithoutAReading() {
        RulerView view = RulerView.of(Optional.of(Calibration.missing("not calibrated here")));
        assertThat(view.rows()).isEmpty();
        assertThat(view.line())
                .isEqualTo("not calibrated here: run ./mvnw gatling:test"
                        + " -Dgatling.simulationClass=dev.versus.simulations.Calibrate");
    }

    @Test
    void aRecordThatTellsNothingShowsNothing() {
        assertThat(RulerView.of(Optional.empty()).line()).isEmpty();
    }
}
