package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

    private final Interpolation interpolation = new Interpolation(Map.of("SET", "yes", "EMPTY", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "$SET | yes",
                "a${SET}b | ayesb",
                "$$SET | $SET",
                "$${SET} | ${SET}",
                "${NONE} | ''",
                "${SET:-d} | yes",
                "${EMPTY:-d} | d",
                "${EMPTY-d} | ''",
                "${NONE-d} | d",
                "${NONE:-} | ''",
                "${NONE:-/app/*} | /app/*",
                "${NONE:-a${SET}b} | ayesb",
                "${NONE:-${OTHER:-deep}} | deep",
                "${SET:?told} | yes",
                "${EMPTY?told} | ''",
                "${SET:+alt} | alt",
                "${EMPTY:+alt} | ''",
                "${EMPTY+alt} | alt",
                "${NONE+alt} | ''",
                "$SET/$SET | yes/yes",
                "{\"a\": 1} | {\"a\": 1}"
            })
    void variables_are_replaced(String text, String expected) throws Exception {
        assertThat(interpolation.apply(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${EMPTY:?told why} | EMPTY is required and not set (told why)",
                "${NONE?} | NONE is required and not set",
                "${SET | never closes it",
                "100$ | names no variable",
                "$1 | names no variable",
                "${1} | names no variable",
                "${SET!x} | is not understood"
            })
    void what_cannot_be_replaced_is_told(String text, String sentence) {
        assertThatThrownBy(() -> interpolation.apply(text)).hasMessageContaining(sentence);
    }
}
