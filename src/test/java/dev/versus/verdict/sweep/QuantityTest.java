package dev.versus.verdict.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1 B",
        "999, 999 B",
        "999.9, 1 kB",
        "1024, 1.02 kB",
        "256873, 257 kB",
        "999999, 1 MB",
        "1048576, 1.05 MB",
        "16777216, 16.8 MB",
        "2e9, 2 GB"
    })
    void bytes_are_written_in_multiples_of_a_thousand(double value, String text) {
        assertThat(Quantity.bytes("payload").text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 users", "64, 64 users", "1000, 1000 users", "12345, 12345 users", "11.3137, 11.3 users"})
    void other_units_are_written_as_they_are(double value, String text) {
        assertThat(Quantity.of("concurrency", "users").text(value)).isEqualTo(text);
    }

    @Test
    void a_range_names_a_shared_unit_once() {
        Quantity payload = Quantity.bytes("payload");
        assertThat(payload.range(18_300, 24_000)).isEqualTo("18.3 to 24 kB");
        assertThat(payload.range(1024, 1 << 24)).isEqualTo("1.02 kB to 16.8 MB");
        assertThat(payload.range(100, 1024)).isEqualTo("100 B to 1.02 kB");
        assertThat(Quantity.of("concurrency", "users").range(8, 16)).isEqualTo("8 to 16 users");
        assertThat(Quantity.of("depth", "").range(8, 16)).isEqualTo("8 to 16");
    }

    @Test
    void an_axis_names_its_unit_once() {
        Quantity concurrency = Quantity.of("concurrency", "users");
        assertThat(concurrency.title()).isEqualTo("concurrency, users");
        assertThat(concurrency.mark(8)).isEqualTo("8");
        assertThat(Quantity.bytes("payload").title()).isEqualTo("payload");
        assertThat(Quantity.bytes("payload").mark(1024)).isEqualTo("1.02 kB");
    }
}
