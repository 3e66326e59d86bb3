package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Settings given(String... namesAndValues) {
        Properties properties = new Properties();
        properties.setProperty("dev.versus.home", "/not/a/setting");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Settings(properties);
    }

    @Test
    void seesPropertiesWithItsPrefixOnly() {
        assertThat(given("versus.b", "2", "versus.a", "1", "other", "3").given())
                .isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void aTextIsStrippedAndABlankOneIsNotGiven() {
        Settings settings = given("versus.a", " x ", "versus.b", "  ");
        assertThat(settings.text("a")).contains("x");
        assertThat(settings.text("b")).isEmpty();
        assertThat(settings.text("c", "otherwise")).isEqualTo("otherwise");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "30, 30", "' 7 ', 7"})
    void aWholeNumberMayTouchItsBounds(String text, int number) {
        assertThat(given("versus.n", text).number("n", 10, 1, 30)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "31", "-3", "1.5", "many", "99999999999"})
    void aNumberOutOfBoundsIsRefusedInASentence(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.n", text).number("n", 10, 1, 30))
                .withMessage("-Dversus.n=" + text + ": expected a whole number from 1 to 30.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "NaN", "x"})
    void aRealNumberOutOfBoundsIsRefusedInASentence(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.share", text).real("share", 0.5, 0, 1))
                .withMessage("-Dversus.share=" + text + ": expected a number from 0.0 to 1.0.");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "true, true", "' true ', true", "false, false"})
    void aSwitchIsOnWhenItIsNamed(String text, boolean on) {
        assertThat(given("versus.strict", text).isOn("strict")).isEqualTo(on);
        assertThat(given().isOn("strict")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE"})
    void aSwitchThatIsNeitherOnNorOffIsRefused(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.strict", text).isOn("strict"))
                .withMessage("-Dversus.strict=" + text + ": expected true or false.");
    }

    @Test
    void aValueMayMeanAnythingThatCanBeReadFromText() {
        assertThat(given("versus.t", "5s").as("t", Durations::parse, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(given().as("t", Durations::parse, Duration.ZERO)).isEqualTo(Duration.ZERO);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.t", "soon").as("t", Durations::parse, Duration.ZERO))
                .withMessage("-Dversus.t=soon: a duration is a number and us, ms, s, m or h (such as 250ms or 1.5s),"
                        + " not soon.")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMistypedNameIsRefusedWithTheNamesThatAreKnown() {
        Settings settings = given("versus.round", "3");
        settings.number("rounds", 10, 1, 30);
        settings.isOn("strict");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(settings::refuseUnread)
                .withMessage("-Dversus.round is not a setting of this run; it knows versus.rounds, versus.strict.");
    }

    @Test
    void whatWasReadIsNotRefused() {
        Settings settings = given("versus.rounds", "3", "versus.name", "");
        settings.number("rounds", 10, 1, 30);
        settings.text("name");
        assertThatNoException().isThrownBy(settings::refuseUnread);
    }
}
