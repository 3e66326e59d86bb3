package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HistogramMergeTest {

    @Test
    void theSumIsTheHistogramThatHadRecordedEverything() {
        Random random = new Random(5);
        Histogram whole = new Histogram(1, 60_000_000, 3);
        List<Histogram> parts =
                List.of(new Histogram(1, 60_000_000, 3), new Histogram(1, 1_000_000, 3), new Histogram(3));
        for (int i = 0; i < 30_000; i++) {
            long value = (long) Math.exp(random.nextDouble() * 13);
            whole.recordValue(value);
            parts.get(i % 3).recordValue(value);
        }
        assertThat(HistogramMerge.of(parts)).isEqualTo(whole);
        assertThat(parts.get(0).getTotalCount()).isEqualTo(10_000);
    }

    @Test
    void refusesWhatCannotBeAddedExactly() {
        assertThatThrownBy(() -> HistogramMerge.of(List.of(new Histogram(3), new Histogram(2))))
                .hasMessageContaining("precision");
        assertThatThrownBy(() -> HistogramMerge.of(List.of(new Histogram(1, 1000, 3), new Histogram(100, 1000, 3))))
                .hasMessageContaining("precision");
        assertThatThrownBy(() -> HistogramMerge.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
