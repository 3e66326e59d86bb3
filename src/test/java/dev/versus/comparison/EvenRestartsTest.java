package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenRestartsTest {

    @ParameterizedTest
    @CsvSource({"0, 10, ''", "1, 10, '6'", "3, 10, '4 6 9'", "3, 12, '4 7 10'", "2, 3, '2 3'", "5, 30, '6 11 16 21 26'"
    })
    void splitsTheRoundsEvenly(int restarts, int rounds, String before) {
        List<Target> targets = List.of(new Target("a", List.of(URI.create("http://a"))));
        Restarts even = new EvenRestarts(restarts, () -> targets);
        assertThat(IntStream.rangeClosed(1, rounds)
                        .filter(round -> even.before(round, rounds).isPresent())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(before);
    }
}
