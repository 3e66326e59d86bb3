package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.versus.workload.ConstantRate;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Rate;
import dev.versus.workload.Request;
import dev.versus.workload.Sequential;
import dev.versus.workload.Stress;
import dev.versus.workload.Task;
import dev.versus.workload.Users;
import dev.versus.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadJsonTest {

    static Stream<Workload> everyKind() {
        return Stream.of(
                FixedRequests.fixedRequests(1000).concurrency(50).get("/a").withoutKeepAlive(),
                FixedRequests.fixedRequests(10).keepingCookies().overHttp2(),
                FixedRequests.fixedRequests(10).warmedUpBy(FixedRequests.fixedRequests(1)),
                Users.users(5)
                        .thinking(Duration.ofMillis(100), Duration.ofSeconds(2))
                        .doing(new Task(3, Request.get("/a")), new Task(1, Request.get("/b"))),
                Users.users(5).withoutCookies(),
                Stress.stress().concurrency(4, 64).until(Duration.ofMillis(100), 0.02),
                Sequential.sequential(100).get("/x?y=z"),
                Stress.stress().doing(new Task(3, Request.get("/a")), new Task(1, Request.delete("/b"))),
                FixedRequests.fixedRequests(10)
                        .sending(Request.post("/#{id}")
                                .bodyFile(Path.of("body.json"))
                                .basicAuth("SHOP_USER", "SHOP_PASSWORD")
                                .feed(Path.of("rows.csv"))),
                ConstantRate.constantRate(Rate.perSecond(500)).during(Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void a_workload_is_read_back_as_it_was(Workload workload) throws IOException {
        String json = Json.lines().writerFor(Workload.class).writeValueAsString(workload);
        assertThat(Json.lines().readValue(json, Workload.class)).isEqualTo(workload);
    }

    @Test
    void a_record_that_tells_nothing_of_the_client_is_read_with_the_usual_one() throws IOException {
        for (Workload workload : List.of(FixedRequests.fixedRequests(10), Users.users(5))) {
            ObjectNode json = Json.lines()
                    .readValue(Json.lines().writerFor(Workload.class).writeValueAsString(workload), ObjectNode.class);
            json.remove("client");
            assertThat(Json.lines().readValue(json.toString(), Workload.class)).isEqualTo(workload);
        }
    }

    @Test
    void secrets_of_a_request_and_its_body_are_not_kept() throws IOException {
        var request = new Request(
                "POST",
                "/login?token=s3cr3t-path",
                Map.of("Authorization", "Bearer s3cr3t-head"),
                "{\"a\":\"s3cr3t-body\"}");
        Workload workload = FixedRequests.fixedRequests(10).sending(request);

        String json = Json.lines().writerFor(Workload.class).writeValueAsString(workload);

        assertThat(json).doesNotContain("s3cr3t").contains("/login", "Authorization", "(19 bytes, ");
        assertThat(Json.lines().readValue(json, Workload.class).tasks()).hasSize(1);
    }

    private static String recorded(String header, String body) throws IOException {
        var request = new Request("POST", "/a", Map.of("X-Pin", header), body);
        return Json.lines().writeValueAsString(request);
    }

    @Test
    void requests_that_differ_are_told_apart_and_equal_ones_are_not() throws IOException {
        assertThat(recorded("1234", "body")).isEqualTo(recorded("1234", "body")).doesNotContain("1234");
        assertThat(recorded("1234", "body")).isNotEqualTo(recorded("4321", "body"));
        assertThat(recorded("1234", "body")).isNotEqualTo(recorded("1234", "bodi"));
    }
}
