package dev.versus.services.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    private final Routes routes = new Routes();

    @Test
    void leadToService() {
        assertThat(routes.call(HttpMethod.GET, "/")).isEqualTo(new Call.Delay(0));
        assertThat(routes.call(HttpMethod.GET, "/delay?us=5")).isEqualTo(new Call.Delay(5_000));
        assertThat(routes.call(HttpMethod.GET, "/burn?ms=5")).isEqualTo(new Call.Burn(5_000_000));
    }

    @Test
    void leadToTheRecord() {
        assertThat(routes.call(HttpMethod.GET, "/served")).isEqualTo(new Call.Tell());
        assertThat(routes.call(HttpMethod.POST, "/served/reset")).isEqualTo(new Call.Reset());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /delay",
        "GET, /delay?us=30000001",
        "GET, /burn?us=1000001",
        "GET, /nowhere",
        "GET, /served/reset",
        "POST, /nowhere",
        "POST, /served",
        "HEAD, /"
    })
    void leadElsewhereToAnAnswerThatIsNoService(String method, String uri) {
        assertThat(routes.call(HttpMethod.valueOf(method), uri))
                .isInstanceOf(Call.Say.class)
                .matches(call -> !call.isService());
    }

    @Test
    void rememberTheLastRequestByMethodAndUri() {
        Call first = routes.call(HttpMethod.GET, "/delay?us=7");

        assertThat(routes.call(HttpMethod.GET, "/delay?us=7")).isSameAs(first);
        assertThat(routes.call(HttpMethod.POST, "/delay?us=7")).isInstanceOf(Call.Say.class);
        assertThat(routes.call(HttpMethod.GET, "/delay?us=8")).isEqualTo(new Call.Delay(8_000));
    }
}
