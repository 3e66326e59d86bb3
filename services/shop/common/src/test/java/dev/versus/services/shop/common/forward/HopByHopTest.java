package dev.versus.services.shop.common.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopByHopTest {

    private final MultiMap source = HttpHeaders.headers();

    private MultiMap travelled() {
        MultiMap target = HttpHeaders.headers();
        HopByHop.copyEndToEnd(source, target, Set.of("host"));
        return target;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "keep-alive",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "UPGRADE",
                "Proxy-Connection",
                "Proxy-Authorization",
                "Proxy-Authenticate",
                "HTTP2-Settings",
                "Expect"
            })
    void whatBelongsToOneHopStays(String name) {
        source.add(name, "x").add("Accept", "a");
        assertThat(travelled().names()).containsExactly("Accept");
    }

    @Test
    void whatConnectionNominatesStaysInWhateverCaseAndList() {
        source.add("Connection", "close, x-one ,")
                .add("connection", "X-Two")
                .add("X-One", "1")
                .add("x-two", "2")
                .add("X-Three", "3");
        assertThat(travelled().names()).containsExactly("X-Three");
    }

    @Test
    void framingCannotBeNominatedAway() {
        source.add("Connection", "content-length").add("Content-Length", "5");
        assertThat(travelled().get("Content-Length")).isEqualTo("5");
    }

    @Test
    void repeatedHeadersTravelInOrderAndExceptionsDoNot() {
        source.add("Set-Cookie", "a").add("Set-Cookie", "b").add("Host", "shop");
        assertThat(travelled().getAll("Set-Cookie")).containsExactly("a", "b");
        assertThat(travelled().contains("Host")).isFalse();
    }
}
