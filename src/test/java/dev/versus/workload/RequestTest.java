package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
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
    void aHeaderTakesThePlaceOfOneWithTheSameNameInAnyCase() {
        Request request =
                Request.get("/").header("Accept", "a").header("X-B", "b").header("accept", "c");
        assertThat(request.headers()).containsOnly(Map.entry("accept", "c"), Map.entry("X-B", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\r\nHost: other", "s3cr3t\n", "s3cr3t\0", "s3cr3t\u20ac"})
    void refusesAHeaderThatCannotBeSentWithoutTellingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.get("/").header("X-A", value))
                .withMessageEndingWith("other than that of X-A")
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A b", "A:", "\n", "Ü"})
    void refusesHeaderNamesThatAreNone(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.get("/").header(name, "a"))
                .withMessage("a header's name is a word such as Accept, not '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "transfer-encoding"})
    void refusesHeadersThatWouldBelieTheBody(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.get("/").header(name, "1"))
                .withMessageEndingWith(name);
    }

    @Test
    void encodesQueriesAndFormsAroundPlaceholders() {
        assertThat(Request.get("/a?b=c").query("d e", "f&#{g}")).hasToString("GET /a?b=c&d%20e=f%26#{g}");
        Request form = Request.post("/").formField("a", "1 + 1").formField("b", "#{c}");
        assertThat(form.body()).isEqualTo("a=1%20%2B%201&b=#{c}");
        assertThat(form.isForm()).isTrue();
    }

    @Test
    void hasOneBody() {
        Request file = Request.post("/").body("text").bodyFile(Path.of("file"));
        assertThat(file.body()).isNull();
        assertThat(file.body("text").bodyFile()).isNull();
    }

    @Test
    void refusesAFormBesideAFile() {
        Request file = Request.post("/").bodyFile(Path.of("file"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.formField("a", "1"))
                .withMessage("a request has one body, not a form and the file file");
    }

    @Test
    void aPostedBodyIsDeclaredAsJson() {
        Request request = Request.postJson("/orders", "{}");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        assertThat(request.body()).isEqualTo("{}");
    }
}
