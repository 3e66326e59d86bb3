package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b?c=d&e=%20f", "/ü"})
    void takesPathsFromTheRoot(String path) {
        assertThat(Request.get(path)).hasToString("GET " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "http://other/", "?q"})
    void refusesPathsThatDoNotStartAtTheRoot(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.get(path))
                .withMessage("a path starts with '/', not '" + path + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a#b", "/a\n", "/a\r\nHost: other"})
    void refusesPathsThatWouldBreakTheRequestLine(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.get(path))
                .withMessageStartingWith("a path has no spaces or '#', but found ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "GO", "GET /", "PROPPATCHED!"})
    void refusesMethodsThatAreNone(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(method, "/", Map.of(), null))
                .withMessage("a method is a word such as GET, not '" + method + "'");
    }

    @Test
    void aPostedBodyIsDeclaredAsJson() {
        Request request = Request.postJson("/orders", "{}");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        assertThat(request.body()).isEqualTo("{}");
    }
}
