package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceEndTest {

    private static ServiceEnd ending(List<String> log) {
        return new ServiceEnd("web-1", List.of("a"), "ended with exit code 1", 3, log);
    }

    @Test
    void keeps_the_last_lines_of_a_log_and_the_beginning_of_long_ones() {
        List<String> log = IntStream.rangeClosed(1, 9)
                .mapToObj(line -> line + "x".repeat(300))
                .toList();
        ServiceEnd end = ending(log);
        assertThat(end.lastLines()).hasSize(5).allMatch(line -> line.length() == 200);
        assertThat(end.lastLines().get(0)).startsWith("5x").endsWith("x…");
        assertThat(ending(end.lastLines())).isEqualTo(end);
    }

    @Test
    void masks_the_secrets_of_a_log() {
        assertThat(ending(List.of("connecting", "DB_PASSWORD=open-sesame")).lastLines())
                .containsExactly("connecting", "DB_PASSWORD=***");
    }

    @Test
    void reads_as_a_sentence() {
        assertThat(ending(List.of()).describe()).isEqualTo("web-1 ended with exit code 1 in round 3");
    }
}
