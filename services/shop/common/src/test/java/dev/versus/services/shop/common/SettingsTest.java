package dev.versus.services.shop.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Settings with(String name, String value) {
        return new Settings(Map.of(name, value));
    }

    @Test
    void whatIsUnsetOrBlankHasItsDefault() {
        assertThat(new Settings(Map.of()).port("PORT", 8080)).isEqualTo(8080);
        assertThat(with("PORT", "  ").port("PORT", 8080)).isEqualTo(8080);
        assertThat(with("PORT", " 81 ").port("PORT", 8080)).isEqualTo(81);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "80a", "1e3", "99999999999999999999"})
    void aBadPortIsRefusedWithItsNameAndValue(String port) {
        assertThatThrownBy(() -> with("PORT", port).port("PORT", 8080))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("PORT is \"" + port + "\", but must be a port from 1 to 65535.");
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "1m, 60000"})
    void aDurationHasItsUnit(String text, long millis) {
        assertThat(with("T", text).duration("T", Duration.ZERO)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0s", "-1s", "1.5s", "1 s", "s", "1h"})
    void aDurationWithoutAPositiveNumberAndAUnitIsRefused(String text) {
        assertThatThrownBy(() -> with("T", text).duration("T", Duration.ZERO)).isInstanceOf(InvalidSetting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "http://redis:6379", "redis://", "redis://redis:99999", "redis://a b"})
    void aUrlOfAnotherSchemeOrWithoutAHostIsRefused(String url) {
        assertThatThrownBy(() -> with("REDIS_URL", url).url("REDIS_URL", "redis://redis:6379"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("a URL such as redis://redis:6379");
    }

    @Test
    void theFirstOfTwoNamesThatIsSetCounts() {
        String fallback = "postgresql://a/b";
        Settings both = new Settings(Map.of("P", "postgresql://p/x", "D", "postgresql://d/x"));
        assertThat(both.url("P", "D", fallback)).hasHost("p");
        assertThat(with("D", "postgresql://d/x").url("P", "D", fallback)).hasHost("d");
        assertThat(new Settings(Map.of()).url("P", "D", fallback)).hasHost("a");
    }

    @ParameterizedTest
    @CsvSource({"a:1", "10.0.0.7:65535", "[fd00::7]:80"})
    void anAddressIsReadAndWritten(String text) {
        assertThat(Address.parse(text)).map(Address::toString).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", ":1", "a:0", "a:65536", "a:b", "fd00::7:80", "a:1:2"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }
}
