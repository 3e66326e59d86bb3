package dev.versus.environment.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource({
        "'*', a.txt, true",
        "'*', a/b.txt, true",
        "'*.txt', a/b.txt, false",
        "'**/*.txt', b.txt, true",
        "'**/*.txt', a/c/b.txt, true",
        "'**/tests', a/tests/t.py, true",
        "'**/tests', tests/t.py, true",
        "'a/**', a/b/c, true",
        "'a/', a/b, true",
        "'/a', a/b, true",
        "'./a', a, true",
        "'a', ab, false",
        "'a?c', abc, true",
        "'[ab].txt', b.txt, true",
        "'a.c', abc, false",
        "'# a', '# a', false",
        "'* !app', app/x.jar, false",
        "'* !app', other, true",
        "'* !app **/x.jar', app/x.jar, true",
        "'a !a a', a, true"
    })
    void the_last_pattern_that_fits_decides(String rules, String path, boolean ignored) {
        List<String> lines = rules.startsWith("#") ? List.of(rules) : List.of(rules.split(" "));
        assertThat(IgnoreRules.parse(lines).ignore(path)).isEqualTo(ignored);
    }
}
