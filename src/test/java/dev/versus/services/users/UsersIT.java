package dev.versus.services.users;

import static dev.versus.services.users.DeployedUsers.API;
import static dev.versus.services.users.DeployedUsers.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.Eventually;
import dev.versus.services.shop.fixture.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shared memory of users in every environment, and after either service was killed: right data or a clear error, and nothing left. */
@Timeout(300)
class UsersIT {

    private static final String VIA_SHM = "/api/users-via-shm";
    private static final String VIA_API = "/api/users-via-api";

    /** What tells one program, and what it runs with, from another; not where it runs. */
    private static final Pattern OF_THE_PROGRAM = Pattern.compile("(program|package|server|switch)\\..*");

    @ParameterizedTest
    @ValueSource(strings = {"process", "namespace", "namespace:rootfs=image", "docker"})
    void shared_memory_gives_the_data_of_rest(String environment) throws Exception {
        DeployedUsers closed;
        try (DeployedUsers users = DeployedUsers.launch(null, environment)) {
            closed = users;
            users.revise(41);
            HttpResponse<byte[]> rest = right(users, VIA_API);
            assertThat(right(users, VIA_SHM).body()).isEqualTo(rest.body());
            users.revise(42);
            HttpResponse<byte[]> revised = right(users, VIA_SHM);
            assertThat(revised.headers().firstValue("X-Revision")).hasValue("42");
            assertThat(revised.body()).isNotEqualTo(rest.body());
        }
        assertThat(closed.inSharedMemory()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"process, namespace", "namespace:rootfs=image, docker"})
    void two_environments_run_the_same_programs(String one, String other) {
        assertThat(programs(one)).isEqualTo(programs(other));
    }

    private static Map<String, Map<String, String>> programs(String environment) {
        try (DeployedUsers users = DeployedUsers.launch(null, environment)) {
            Map<String, Map<String, String>> all = users.fingerprints();
            assertThat(all).containsOnlyKeys(API, DATA);
            return all.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, service -> ofTheProgram(service.getValue())));
        }
    }

    private static Map<String, String> ofTheProgram(Map<String, String> all) {
        Map<String, String> some = new TreeMap<>(all);
        some.keySet().removeIf(key -> !OF_THE_PROGRAM.matcher(key).matches());
        assertThat(some).containsKey("program.name");
        return some;
    }

    @ParameterizedTest
    @CsvSource({"process,", "process, segment", "namespace,", "docker,"})
    void a_killed_service_is_a_clear_error_until_it_is_back(String environment, @Nullable String variant)
            throws Exception {
        DeployedUsers closed;
        try (DeployedUsers users = DeployedUsers.launch(variant, environment)) {
            closed = users;
            right(users, VIA_SHM);
            users.kill(DATA);
            for (String path : List.of(VIA_SHM, VIA_API)) {
                assertProblem(users.get(API, path));
            }
            users.restart(DATA);
            right(users, VIA_API);
            right(users, VIA_SHM);
            users.kill(API);
            users.restart(API);
            right(users, VIA_SHM);
        }
        assertThat(closed.inSharedMemory()).isEmpty();
    }

    @Test
    void two_deployments_side_by_side_have_data_of_their_own() throws Exception {
        try (DeployedUsers one = DeployedUsers.launch("segment", "process");
                DeployedUsers other = DeployedUsers.launch("segment", "process")) {
            one.revise(1_111);
            other.revise(2_222);
            assertThat(text(right(one, VIA_SHM))).contains("00001111").doesNotContain("00002222");
            assertThat(text(right(other, VIA_SHM))).contains("00002222").doesNotContain("00001111");
            assertThat(one.inSharedMemory()).isNotEmpty();
            assertThat(other.inSharedMemory()).isNotEmpty().doesNotContainAnyElementsOf(one.inSharedMemory());
        }
    }

    @Test
    void services_that_are_both_killed_leave_nothing_when_the_deployment_closes() throws Exception {
        for (String variant : List.of("segment", "naive")) {
            DeployedUsers users = DeployedUsers.launch(variant, "process");
            try (users) {
                users.get(API, VIA_SHM);
                assertThat(users.inSharedMemory()).isNotEmpty();
                users.kill(DATA);
                users.kill(API);
            }
            assertThat(users.inSharedMemory()).isEmpty();
        }
    }

    /** Returns the right answer, which a service that has just come back may need a moment for. */
    private static HttpResponse<byte[]> right(DeployedUsers users, String path) throws Exception {
        Eventually.await(path, Duration.ofSeconds(10), () -> isServed(users, path));
        HttpResponse<byte[]> answer = users.get(API, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).hasSize(256_873);
        HttpResponse<byte[]> source = users.get(DATA, "/api/users");
        assertThat(answer.body()).isEqualTo(source.body());
        assertThat(answer.headers().firstValue("X-Checksum"))
                .isPresent()
                .isEqualTo(source.headers().firstValue("X-Checksum"));
        return answer;
    }

    private static boolean isServed(DeployedUsers users, String path) throws InterruptedException {
        try {
            return users.get(API, path).statusCode() == 200;
        } catch (IOException broken) {
            return false;
        }
    }

    private static void assertProblem(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).as(text(answer)).isBetween(502, 504);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Http.json(text(answer)).path("reason").asText()).matches("[a-z_]+");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
