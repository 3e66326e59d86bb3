package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

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
