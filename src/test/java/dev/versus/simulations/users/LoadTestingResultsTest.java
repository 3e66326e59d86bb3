package dev.versus.simulations.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.SystemUnderTest;
import dev.versus.verdict.published.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTestingResultsTest {

    private static LoadTestingResults of(Duration round, int rounds) {
        Transport memfd = new Transport(
                "memfd", new SystemUnderTest("users", Optional.empty()).in(new EnvironmentChoice("process")));
        return new LoadTestingResults(memfd.asReported(round), round, rounds);
    }

    private static List<String> rows(LoadTestingResults results) {
        return results.beside("memfd").tables().stream()
                .flatMap(table -> table.rows().stream())
                .map(Publication.Row::name)
                .toList();
    }

    /** Users who come in 5 s and think for 2 s on average: simulated 3,000 times. */
    @ParameterizedTest
    @CsvSource({"120, 24.55", "20, 23.14", "10, 21.45", "8, 20.61"})
    void rates_are_those_of_a_round_in_which_users_still_come(int seconds, double rate) {
        assertThat(of(Duration.ofSeconds(seconds), 8).rate(24.65)).isCloseTo(rate, within(rate * 0.02));
    }

    @Test
    void a_round_as_long_as_the_published_run_has_all_its_figures() {
        assertThat(rows(of(Duration.ofMinutes(2), 8)))
                .containsExactly(
                        "Requests/sec",
                        "of a round",
                        "Average",
                        "Median",
                        "90th percentile",
                        "95th percentile",
                        "Maximum",
                        "75%",
                        "99%",
                        "Failure Rate");
    }

    @Test
    void a_percentile_that_so_few_requests_cannot_tell_has_no_row() {
        assertThat(rows(of(Duration.ofSeconds(20), 8)))
                .contains("95th percentile", "Maximum in 120 s, measured the longest of a round of 20s")
                .doesNotContain("99%");
        assertThat(rows(of(Duration.ofSeconds(35), 8))).contains("99%");
        assertThat(rows(of(Duration.ofSeconds(8), 6)))
                .contains("90th percentile")
                .doesNotContain("95th percentile");
    }
}
