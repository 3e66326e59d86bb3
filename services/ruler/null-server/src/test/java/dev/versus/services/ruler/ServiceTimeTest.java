package dev.versus.services.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTimeTest {

    @ParameterizedTest
    @CsvSource({
        "us=0, 0",
        "us=5000, 5000000",
        "ms=5, 5000000",
        "ms=0.2, 200000",
        "us=0.5, 500",
        "us=0.0004, 0",
        "us=0.0005, 1",
        "us=5000&extra=10, 5500000",
        "extra=2.5&ms=1, 1025000",
        "ms=1&extra=0, 1000000",
        "ms=30000, 30000000000"
    })
    void isReadToTheNanosecond(String query, long nanos) {
        assertThat(ServiceTime.nanos(query, 30_000)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "'', either us",
        "extra=10, either us",
        "us=1&ms=1, either us",
        "us, 'us should be'",
        "us=, 'us should be'",
        "us=-1, 'us should be'",
        "us=NaN, 'us should be'",
        "us=1e3, 'us should be'",
        "us=5d, 'us should be'",
        "ms=1&extra=ten, 'extra should be'",
        "us=1&us=2, 'us is given twice'",
        "us=1&exra=10, 'Unknown parameter'",
        "us=1&, 'Unknown parameter'",
        "ms=30000.001, 'too long'",
        "ms=29000&extra=10, 'too long'"
    })
    void isRefusedWithASentenceIfItMeansNothing(String query, String sentence) {
        assertThatThrownBy(() -> ServiceTime.nanos(query, 30_000))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining(sentence);
    }
}
