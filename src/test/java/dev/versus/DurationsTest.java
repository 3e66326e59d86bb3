package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "1us, PT0.000001S",
        "250ms, PT0.25S",
        "1.5s, PT1.5S",
        "1.5m, PT1M30S",
        "2h, PT2H",
        "1m30s, PT1M30S",
        "' 5 s ', PT5S"
    })
    void readsANumberAndAUnit(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "-5s",
                "5 seconds",
                "1,5s",
                "1.s",
                ".5s",
                "1e3s",
                "5S",
                "1 5s",
                "1m 30s",
                "999999999999h"
            })
    void refusesAllElseAndSaysWhatItExpects(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("a duration is a number and us, ms, s, m or h (such as 250ms or 1.5s), not " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0us",
        "PT0.0000015S, 1.5us",
        "PT0.25S, 250ms",
        "PT0.9999S, 999.9ms",
        "PT1S, 1s",
        "PT1.25S, 1250ms",
        "PT59S, 59s",
        "PT61S, 61s",
        "PT90S, 1.5m",
        "PT1H, 1h",
        "PT90M, 1.5h",
        "PT24H, 24h"
    })
    void writesTheLargestUnitThatTakesOneDecimal(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"0,PT0S", "500ms,PT0.5S", "1m30s,PT1M30S", "1.5s,PT1.5S", "2h,PT2H", "40us,PT0.00004S", "1s10ms,PT1.01S"
    })
    void reads_what_compose_reads(String text, Duration expected) {
        assertThat(Durations.read(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "-1s", "1 s", "1d", "s", "1s ", "999999999999h"})
    void knows_no_duration_that_compose_refuses(String text) {
        assertThat(Durations.read(text)).isEmpty();
    }
}
