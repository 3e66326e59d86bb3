package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.Settings;
import dev.versus.comparison.Budget;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTest {

    private final ComparisonDraft draft =
            new ComparisonDraft(List.of(new EntryPoint("a", new EntryPoint.Address(URI.create("http://127.0.0.1")))));

    private RunOptions given(String... settings) {
        Properties properties = new Properties();
        for (String setting : settings) {
            int end = setting.indexOf('=');
            properties.setProperty("versus." + setting.substring(0, end), setting.substring(end + 1));
        }
        return RunOptions.of(new Settings(properties), draft);
    }

    @Test
    void a_setting_comes_before_what_the_simulation_asks_for() {
        draft.rounds(1);
        assertThat(given().budget()).isEqualTo(Budget.rounds(1));
        assertThat(given("rounds=6").budget()).isEqualTo(Budget.rounds(6));
        assertThat(given("budget=2m").budget()).isEqualTo(Budget.of(Duration.ofMinutes(2)));
    }

    @Test
    void to_detect_a_difference_takes_a_budget_of_time_even_where_the_simulation_asks_for_rounds() {
        draft.rounds(1);
        assertThat(given("detect=2%").budget()).isEqualTo(Budget.of(Duration.ofSeconds(30)));
        draft.budget(Duration.ofMinutes(1));
        assertThat(given("detect=2%").budget()).isEqualTo(Budget.of(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"2%, 0.02", "0.5%, 0.005", "0.1, 0.1", "100%, 1"})
    void a_difference_is_a_share(String text, double share) {
        assertThat(given("detect=" + text).detect()).hasValue(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101%", "2", "two"})
    void another_difference_is_refused_in_a_sentence(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("detect=" + text))
                .withMessage("-Dversus.detect=" + text + ": expected a difference above 0 and up to 100%, such as 2%.");
    }

    @Test
    void a_number_of_rounds_excludes_a_budget_and_a_difference_to_detect() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("rounds=6", "budget=10s"))
                .withMessage(
                        "-Dversus.rounds takes the place of a budget of time: leave it out, or leave out -Dversus.budget.");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("rounds=6", "detect=1%"))
                .withMessageEndingWith("or leave out -Dversus.detect.");
    }
}
