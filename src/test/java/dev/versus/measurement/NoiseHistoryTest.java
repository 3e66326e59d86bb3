package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.NoiseHistory.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseHistoryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path cache;

    private NoiseHistory history = new NoiseHistory(Path.of("none"), "none");

    @BeforeEach
    void at() {
        history = new NoiseHistory(cache.resolve("noise"), "here.json");
    }

    @Test
    void entries_of_runs_are_kept_in_their_order() throws IOException {
        Entry first = new Entry("FixedRequests", "throughput", 0.19);
        Entry second = new Entry("FixedRequests", "cpu-per-request", 0.02);
        assertThat(history.find()).isEmpty();
        history.add(List.of(first));
        history.add(List.of(second));
        assertThat(history.find()).containsExactly(first, second);
        assertThat(cache.resolve("noise")).isDirectoryContaining("glob:**/here.json");
    }

    @Test
    void only_the_newest_are_kept() throws IOException {
        history.add(Collections.nCopies(100, new Entry("FixedRequests", "throughput", 0.19)));
        Entry newest = new Entry("FixedRequests", "throughput", 0.1);
        history.add(List.of(newest));
        assertThat(history.find()).hasSize(60).endsWith(newest);
    }

    @Test
    void a_damaged_file_counts_as_none() throws IOException {
        Files.createDirectories(cache.resolve("noise"));
        Files.writeString(cache.resolve("noise/here.json"), "[{\"work");
        assertThat(history.find()).isEmpty();
    }
}
