package dev.versus;

import static dev.versus.SettingType.either;
import static dev.versus.SettingType.real;
import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.SettingType.whole;
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

    private static final Setting<String> TEXT = setting("a", "usual", SettingType.text("text"));
    private static final Setting<Integer> ROUNDS = setting("rounds", "10", whole(1, 30));
    private static final Setting<Double> SHARE = setting("share", "0.5", real(0, 1));
    private static final Setting<Boolean> STRICT = setting("strict", "false", trueOrFalse());
    private static final Setting<Boolean> CPUS = setting("cpus", "split", either("split", "shared"));
    private static final Setting<Duration> TIME = setting("t", "0s", new SettingType<>("a duration", Durations::parse));

    private static <T> Setting<T> setting(String name, String usual, SettingType<T> type) {
        return new Setting<>(name, Setting.ALL, usual, "is tested", type);
    }

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
        assertThat(given("versus.a", " x ").find(TEXT)).contains("x");
        assertThat(given("versus.a", "  ").find(TEXT)).isEmpty();
        assertThat(given("versus.rounds", "").get(ROUNDS)).isEqualTo(10);
    }

    @Test
    void whatIsNotGivenIsAsUsualUnlessTheSimulationSaysOtherwise() {
        assertThat(given().get(TEXT)).isEqualTo("usual");
        assertThat(given().get(TEXT, "otherwise")).isEqualTo("otherwise");
        assertThat(given("versus.a", "x").get(TEXT, "otherwise")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "30, 30", "' 7 ', 7"})
    void aWholeNumberMayTouchItsBounds(String text, int number) {
        assertThat(given("versus.rounds", text).get(ROUNDS)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "31", "-3", "1.5", "many", "99999999999"})
    void aNumberOutOfBoundsIsRefusedInASentence(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.rounds", text).get(ROUNDS))
                .withMessage("-Dversus.rounds=" + text + ": expected a whole number from 1 to 30.");
    }

    @Test
    void boundsMayDependOnAnotherSetting() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.rounds", "5").get(ROUNDS.within(whole(0, 4))))
                .withMessage("-Dversus.rounds=5: expected a whole number from 0 to 4.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "NaN", "x"})
    void aRealNumberOutOfBoundsIsRefusedInASentence(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.share", text).get(SHARE))
                .withMessage("-Dversus.share=" + text + ": expected a number from 0.0 to 1.0.");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "true, true", "' true ', true", "false, false"})
    void aSwitchIsOnWhenItIsNamed(String text, boolean on) {
        assertThat(given("versus.strict", text).get(STRICT)).isEqualTo(on);
        assertThat(given().get(STRICT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE"})
    void aSwitchThatIsNeitherOnNorOffIsRefused(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.strict", text).get(STRICT))
                .withMessage("-Dversus.strict=" + text + ": expected true or false.");
    }

    @Test
    void oneOfTwoWordsReadsAsTrue() {
        assertThat(given("versus.cpus", "split").get(CPUS)).isTrue();
        assertThat(given("versus.cpus", "shared").get(CPUS)).isFalse();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.cpus", "both").get(CPUS))
                .withMessage("-Dversus.cpus=both: expected split or shared.");
    }

    @Test
    void aValueMayMeanAnythingThatCanBeReadFromText() {
        assertThat(given("versus.t", "5s").get(TIME)).isEqualTo(Duration.ofSeconds(5));
        assertThat(given().get(TIME)).isEqualTo(Duration.ZERO);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.t", "soon").get(TIME))
                .withMessage("-Dversus.t=soon: a duration is a number and us, ms, s, m or h (such as 250ms or 1.5s),"
                        + " not soon.")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMistypedNameIsRefusedWithTheNamesThatAreKnown() {
        Settings settings = given("versus.round", "3");
        settings.get(ROUNDS);
        settings.get(STRICT);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(settings::refuseUnread)
                .withMessage("-Dversus.round is not a setting of this run; it knows versus.rounds, versus.strict.");
    }

    @Test
    void settingsWhoseNamesBeginAlikeAreReadByWhatFollows() {
        Setting<Integer> family = setting("weight.<Name>", "", whole(1, 9));
        Settings settings = given("versus.weight.A-b", "3", "versus.weight.c", "4", "versus.weighty", "5");
        assertThat(settings.findAll(family)).isEqualTo(Map.of("A-b", 3, "c", 4));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(settings::refuseUnread)
                .withMessageStartingWith("-Dversus.weighty is not a setting of this run; it knows ");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.weight.A", "x").findAll(family))
                .withMessageStartingWith("-Dversus.weight.A=x: expected a whole number");
    }

    @Test
    void aSecretThatCannotBeReadIsNotTold() {
        Setting<Integer> secret = setting("credentials", "", whole(1, 9));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus.credentials", "two words").find(secret))
                .withMessageStartingWith("-Dversus.credentials=***: ");
    }

    @ParameterizedTest
    @CsvSource({"password, two words", "a, http://ann:s3cr3t@here"})
    void aSecretIsNotToldByTheReasonEither(String name, String value) {
        Setting<String> setting = setting(name, "", new SettingType<>("a word", text -> {
            throw new IllegalArgumentException("'" + text + "' is no word");
        }));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given("versus." + name, value).find(setting))
                .withMessageContaining("***")
                .withMessageNotContainingAny("two words", "s3cr3t");
    }

    @Test
    void whatWasReadIsNotRefused() {
        Settings settings = given("versus.rounds", "3", "versus.a", "");
        settings.get(ROUNDS);
        settings.find(TEXT);
        assertThatNoException().isThrownBy(settings::refuseUnread);
    }
}
