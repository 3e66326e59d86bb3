package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain grüß 日本 👩‍💻 | plain grüß 日本 👩‍💻",
                "a\tb | a\tb",
                "a \u001b[31mred\u001b[0m | a \\x1b[31mred\\x1b[0m",
                "a \u001b]0;title\u0007b | a \\x1b]0;title\\x07b",
                "10 %\r20 % | 10 %\\x0d20 %",
                "c1 \u009b2J | c1 \\x9b2J",
                "nul \u0000 del \u007f | nul \\x00 del \\x7f",
                "over \u202egnp.exe | over \\u202egnp.exe",
                "isolate \u2066x\u2069 | isolate \\u2066x\\u2069",
                "line\u2028break | line\\u2028break",
                "odd \ud83d half | odd \\ud83d half",
                "tag \udb40\udc41 | tag \\ue0041",
                "##[set-output name=a]b | # #[set-output name=a]b",
                "x ##vso[task.setvariable]y | x # #vso[task.setvariable]y",
                "##teamcity[message] | # #teamcity[message]",
                "## heading | ## heading"
            })
    void what_would_be_obeyed_is_shown(String raw, String shown) {
        assertThat(ForeignText.line(raw)).isEqualTo(shown);
    }

    @Test
    void bytes_that_are_no_text_become_replacements() {
        byte[] latin = {'a', (byte) 0xff, (byte) 0xc0, 'b'};

        assertThat(ForeignText.line(new String(latin, StandardCharsets.UTF_8))).isEqualTo("a\ufffd\ufffdb");
    }

    @Test
    void a_long_line_is_cut() {
        assertThat(ForeignText.line("x".repeat(5_000))).isEqualTo("x".repeat(4_000) + "… (1000 more characters)");
    }

    @ParameterizedTest
    @CsvSource({"::error::x", "'  ::set-output name=a::b'", "::add-mask::1"})
    void no_line_begins_as_a_command(String command) {
        assertThat(ForeignText.lines("first\n" + command + "\nlast"))
                .isEqualTo("first\n" + ForeignText.QUOTE + command + "\nlast");
    }

    @Test
    void lines_stay_lines() {
        assertThat(ForeignText.lines("a::b\r\n    c\n")).isEqualTo("a::b\n    c");
    }
}
