package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.simulations.Calibrate;
import dev.versus.simulations.LoadFixedRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reading of the ruler against the real null server, and a later run that uses it. */
class CalibrateIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path made(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private GatlingRun calibrate() throws IOException {
        return GatlingProcess.run(
                Calibrate.class,
                made("calibration"),
                "rounds=1",
                "warmUp=3s",
                "cache=" + folder.resolve("cache"),
                "state=" + folder.resolve("state"));
    }

    private GatlingRun load(String name, String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "system=ruler",
                "service=null-server",
                "path=/",
                "rounds=1",
                "requests=1000",
                "warmUp=1s",
                "cache=" + folder.resolve("cache"),
                "state=" + folder.resolve("state")));
        settings.addAll(List.of(more));
        return GatlingProcess.run(LoadFixedRequests.class, made(name), settings.toArray(String[]::new));
    }

    @Test
    void aReadingIsPlausibleAndShownByTheNextRunUnderTheSameConditions() throws IOException {
        GatlingRun calibration = calibrate();
        assertThat(calibration.exitCode())
                .as(calibration.out() + calibration.err())
                .isZero();
        JsonNode reading = calibration.results().path("ruler").path("reading");
        assertThat(reading.path("ceiling").path("perSecond").asDouble()).isBetween(1_000.0, 1_000_000.0);
        assertThat(reading.path("floor").asDouble()).isBetween(1e-6, 0.05);
        assertThat(reading.path("untilLevel").asDouble()).isGreaterThan(1);
        assertThat(reading.path("deviations"))
                .extracting(deviation -> deviation.path("delay").asDouble())
                .hasSize(16)
                .containsOnly(0.0002, 0.001, 0.005, 0.02);
        assertThat(reading.path("deviations"))
                .extracting(
                        deviation -> deviation.path("rate").path("perSecond").asInt())
                .containsOnly(100, 1_000, 5_000, 0);
        assertThat(reading.path("deviations")).allSatisfy(deviation -> {
            assertThat(deviation.path("p50").asDouble()).isNotZero().isBetween(-0.01, 0.05);
            assertThat(deviation.path("p99").asDouble()).isNotZero().isBetween(-0.05, 0.5);
        });

        GatlingRun next = load("next");
        assertThat(next.results().path("ruler").path("reading")).isEqualTo(reading);
        assertThat(next.out()).contains("the ruler: ceiling");
        assertThat(next.file("comparison.html").orElseThrow()).contains(">The ruler</h2>");
        assertThat(next.file("comparison.md").orElseThrow()).contains("- The ruler: ceiling");

        GatlingRun shared = load("shared", "cpus=shared");
        assertThat(shared.results().path("ruler").has("reading")).isFalse();
        assertThat(shared.out()).contains("the ruler: not calibrated here").contains("simulations.Calibrate");
    }
}
