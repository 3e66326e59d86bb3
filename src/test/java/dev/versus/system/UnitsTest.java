package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"0,PT0S", "500ms,PT0.5S", "1m30s,PT1M30S", "1.5s,PT1.5S", "2h,PT2H", "40us,PT0.00004S", "1s10ms,PT1.01S"
    })
    void durations_are_composes(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "-1s", "1 s", "1d", "s", "1s ", "999999999999h"})
    void what_is_no_duration_is_none(String text) {
        assertThat(DurationText.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1b, 1", "2k, 2048", "2KB, 2048", "1.5m, 1572864", "1g, 1073741824", "64MiB, 67108864"})
    void sizes_are_composes(String text, long bytes) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1m", "m", "1t", "many", "99999999999g"})
    void what_is_no_size_is_none(String text) {
        assertThat(DataSize.parse(text)).isNull();
    }
}
