package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "http://here:80/a, here, 80",
        "http://shop_web:18080, shop_web, 18080",
        "http://shop_web, shop_web, -1",
        "http://[::1]:8080, [::1], 8080",
        "http://[fe80::1%eth0], [fe80::1%eth0], -1",
        "http://ann:secret@here:80, here, 80"
    })
    void is_read_from_any_address_with_a_host(URI address, String host, int port) {
        assertThat(Authority.of(address)).contains(new Authority(host, port));
    }

    @Test
    void has_a_host_without_brackets() {
        assertThat(new Authority("[::1]", 80).bareHost()).isEqualTo("::1");
        assertThat(new Authority("here", 80).bareHost()).isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "/path", "mailto:a@b", "http:///path", "http://a:b"})
    void is_empty_where_there_is_none(URI address) {
        assertThat(Authority.of(address)).isEmpty();
    }
}
