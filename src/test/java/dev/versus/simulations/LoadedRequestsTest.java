package dev.versus.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.Settings;
import dev.versus.workload.Credentials;
import dev.versus.workload.Request;
import dev.versus.workload.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedRequestsTest {

    private static List<Task> given(String... settings) {
        Properties properties = new Properties();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            properties.setProperty("versus." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        Settings read = new Settings(properties);
        List<Task> tasks = LoadedRequests.of(read);
        read.refuseUnread();
        return tasks;
    }

    private static Request single(String... settings) {
        assertThat(given(settings)).hasSize(1);
        return given(settings).get(0).request();
    }

    @Test
    void without_settings_products_are_asked_for() {
        assertThat(single()).isEqualTo(Request.get("/api/products"));
    }

    @Test
    void a_body_is_posted_as_json_unless_settings_say_otherwise() {
        assertThat(single("body={}")).isEqualTo(Request.postJson("/api/products", "{}"));
        assertThat(single("body=<a/>", "method=PUT", "path=/a", "header.content-type=text/xml"))
                .isEqualTo(Request.put("/a").header("content-type", "text/xml").body("<a/>"));
    }

    @Test
    void a_body_may_stand_in_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("order.json"), "{}");
        assertThat(single("body=@" + file).bodyFile()).isEqualTo(file);
        assertThat(single("endpoints=/a @" + file))
                .isEqualTo(Request.post("/a")
                        .header("Content-Type", "application/json")
                        .bodyFile(file));
    }

    @Test
    void a_form_is_posted_as_it_is_written() {
        assertThat(single("form=a=%20&b=", "path=/login"))
                .isEqualTo(Request.post("/login").form("a=%20&b="));
    }

    @Test
    void headers_credentials_and_a_feed_go_to_every_endpoint() {
        List<Task> tasks = given(
                "endpoints=3 /a/#{id}; DELETE /b?c=d",
                "header.Host=shop.example",
                "header.X-A=1",
                "credentials=bearer:SHOP_TOKEN",
                "feed=rows.csv");
        assertThat(tasks).extracting(Task::weight).containsExactly(3, 1);
        assertThat(tasks)
                .extracting(task -> task.request().toString())
                .containsExactly("GET /a/#{id}", "DELETE /b?c=d");
        assertThat(tasks).extracting(Task::request).allSatisfy(request -> {
            assertThat(request.headers()).hasSize(2).containsEntry("Host", "shop.example");
            assertThat(request.credentials()).isEqualTo(Credentials.bearer("SHOP_TOKEN"));
            assertThat(request.feed()).isEqualTo(Path.of("rows.csv"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoints=a",
                "endpoints=get /a",
                "endpoints=0 /a",
                "endpoints=/a b",
                "form=a",
                "form=a=b c",
                "form==a",
                "method=get",
                "credentials=ann:s3cr3t",
                "body=@s3cr3t\0"
            })
    void what_cannot_be_sent_is_refused(String setting) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given(setting))
                .withMessageStartingWith("-Dversus.");
    }

    @ParameterizedTest
    @CsvSource({
        "endpoints=/a, path=/b",
        "endpoints=/a, body=b",
        "endpoints=/a, form=a=b",
        "endpoints=/a, method=PUT",
        "body=a, form=b=c"
    })
    void settings_that_exclude_each_other_are_refused(String one, String other) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given(one, other))
                .withMessageEndingWith(": leave one out.");
    }
}
