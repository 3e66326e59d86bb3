package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "/login, /login",
        "https://web/login?next=/a&session=s3cr3t, https://web/login",
        "https://user:pass@web/login#top, https://web/login",
        "?token=abc, ''"
    })
    void keepsTheAddressOfARedirectWithoutQueryCredentialsAndFragment(String location, String kept) {
        assertThat(FirstAnswer.of(1, 302, location).location()).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "304"})
    void keepsNoAddressOfOtherAnswers(int status) {
        assertThat(FirstAnswer.of(1, status, "/made").location()).isEmpty();
    }

    @Test
    void aRedirectWithoutAnAddressHasNone() {
        assertThat(FirstAnswer.of(1, 302, null).location()).isEmpty();
    }

    @Test
    void theAddressIsCutAndMadeSafe() {
        String location = FirstAnswer.of(1, 302, "/\u001b[31m" + "a".repeat(5_000)).location().orElseThrow();
        assertThat(location).hasSizeLessThan(300).doesNotContain("\u001b");
    }
}
