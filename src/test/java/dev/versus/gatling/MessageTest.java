package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.workload.Placeholders;
import dev.versus.workload.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTest {

    private static final Map<String, String> VARIABLES =
            Map.of("NAME", "Aladdin", "PASSWORD", "open sesame", "EMPTY", "", "BROKEN", "s3cr3t\n", "ODD", "a#{id}");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Message message(Request request) {
        return Objects.requireNonNull(Message.of(List.of(request), new AuthorizationHeader(VARIABLES::get))
                .get(request));
    }

    private static Map<String, String> headers(Message message, long row) {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, Placeholders> header : message.headers().entrySet()) {
            headers.put(header.getKey(), message.header(header.getValue(), row));
        }
        return headers;
    }

    private static void assertRefused(Request request, String... told) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> message(request))
                .withMessageEndingWith(".")
                .withMessageNotContaining("s3cr3t")
                .satisfies(refused -> assertThat(refused.getMessage()).contains(told));
    }

    @Test
    void credentials_are_taken_from_the_environment() {
        assertThat(headers(message(Request.get("/").basicAuth("NAME", "PASSWORD")), 0))
                .containsOnly(Map.entry("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        assertThat(headers(message(Request.get("/").bearer("NAME")), 0))
                .containsOnly(Map.entry("Authorization", "Bearer Aladdin"));
    }

    @Test
    void credentials_that_are_missing_or_cannot_be_sent_are_refused() {
        assertRefused(Request.get("/").bearer("ABSENT"), "The environment variable ABSENT is not set", "export it");
        assertRefused(Request.get("/").bearer("EMPTY"), "The environment variable EMPTY is not set");
        assertRefused(Request.get("/").bearer("BROKEN"), "BROKEN", "a line break");
        assertRefused(
                Request.get("/").header("authorization", "s3cr3t").bearer("NAME"),
                "'GET /' has credentials and an Authorization header, too: leave one out.");
    }

    @Test
    void a_file_is_sent_byte_for_byte() throws IOException {
        Path file = folder.resolve("bytes");
        byte[] bytes = {0, -1, 13, 10};
        Files.write(file, bytes);
        assertThat(message(Request.post("/").bodyFile(file)).body()).isEqualTo(bytes);
    }

    @Test
    void a_file_that_no_row_changes_is_sent_byte_for_byte_with_a_feed_too() throws IOException {
        byte[] bytes = {0, -1, '#', '{', '}', 10};
        Path sent = Files.write(folder.resolve("bytes"), bytes);
        Message message = message(Request.post("/#{id}").bodyFile(sent).feed(file("rows.csv", "id\n1\n")));
        assertThat(message.fillsBody()).isFalse();
        assertThat(message.body()).isEqualTo(bytes);
    }

    @Test
    void a_file_with_placeholders_is_text() throws IOException {
        Path feed = file("rows.csv", "id\n1\n");
        Message message = message(
                Request.post("/").bodyFile(file("text", "ä \ufffd #{id}")).feed(feed));
        assertThat(message.fillsBody()).isTrue();
        assertThat(message.body(0)).isEqualTo("ä \ufffd 1");
        Path odd = Files.write(folder.resolve("odd"), new byte[] {-1, '#', '{', 'i', 'd', '}'});
        assertRefused(
                Request.post("/").bodyFile(odd).feed(feed),
                odd + " has placeholders, such as #{id}, and is no text in UTF-8.");
    }

    @Test
    void a_file_that_is_none_is_refused() {
        assertRefused(Request.post("/").bodyFile(folder.resolve("absent")), "absent", "is not there, or is no file");
        assertRefused(Request.post("/").bodyFile(folder), "is not there, or is no file");
    }

    @Test
    void rows_fill_placeholders_everywhere_each_as_its_place_needs_it() throws IOException {
        Path feed = file("rows.csv", "id,name\n1,a b\n2,\"c,d\"\n");
        Message message = message(Request.post("/#{id}?n=#{name}")
                .header("X-Name", "<#{name}>")
                .json("{\"n\": \"#{name}\"}")
                .bearer("ODD")
                .feed(feed));
        assertThat(message.path(0)).isEqualTo("/1?n=a%20b");
        assertThat(message.path(3)).isEqualTo("/2?n=c%2Cd");
        assertThat(headers(message, 1))
                .containsEntry("X-Name", "<c,d>")
                .containsEntry("Authorization", "Bearer a#{id}");
        assertThat(message.body(1)).isEqualTo("{\"n\": \"c,d\"}");
        assertThat(message(Request.post("/").formField("n", "#{name}").feed(feed))
                        .body(0))
                .isEqualTo("n=a%20b");
    }

    @Test
    void without_a_feed_only_paths_have_placeholders() {
        Message message = message(Request.post("/").header("X-A", "#{b}").body("#{c}"));
        assertThat(headers(message, 0)).containsEntry("X-A", "#{b}");
        assertThat(message.body()).asString().isEqualTo("#{c}");
        assertRefused(Request.get("/#{id}"), "'GET /#{id}' has the placeholder #{id}, and no feed");
    }

    @Test
    void a_placeholder_without_its_column_is_refused() throws IOException {
        Path feed = file("rows.csv", "id,name\n1,a\n");
        assertRefused(Request.post("/").body("#{nme}").feed(feed), "#{nme}", "only the columns [id, name]");
    }

    @Test
    void a_row_that_would_break_a_header_is_refused() throws IOException {
        Path feed = file("rows.csv", "id\na\n\"s3cr3t\r\nHost: other\"\n");
        assertRefused(Request.get("/").header("X-A", "#{id}").feed(feed), "Row 2 of the feed of 'GET /'", "X-A");
    }
}
