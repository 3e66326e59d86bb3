package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"basic:SHOP_USER:SHOP_PASSWORD", "bearer:TOKEN_2"})
    void are_read_as_they_are_written(String text) {
        assertThat(Credentials.valueOf(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "basic",
                "basic:A",
                "basic:A:B:C",
                "bearer:",
                "bearer:s3cr3t",
                "basic:ann:s3cr3t",
                "digest:A:B",
                "s3cr3t"
            })
    void are_refused_without_being_told(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.valueOf(text))
                .withMessageContaining("environment variables in capitals")
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void become_the_header_of_their_scheme() {
        assertThat(Credentials.basic("A", "B").header(name -> name.equals("A") ? "Aladdin" : "open sesame"))
                .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(Credentials.bearer("A").header(name -> "abc")).isEqualTo("Bearer abc");
    }
}
