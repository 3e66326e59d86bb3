package dev.versus.services.users;

import static dev.versus.services.users.DeployedUsers.API;
import static dev.versus.services.users.DeployedUsers.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.services.contract.WrittenContract;
import dev.versus.services.shop.fixture.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant answers as openapi.yaml says, on every path with the same bytes for the same size, pattern and revision. */
@Timeout(300)
class UsersContractIT {

    /** The operations of users-api, with their paths. */
    private static final Map<String, String> PATHS = new LinkedHashMap<>(Map.of(
            "usersViaApi", "/api/users-via-api",
            "usersViaApiUnpooled", "/api/users-via-api-unpooled",
            "usersViaUnixSocket", "/api/users-via-unix-socket",
            "usersViaShm", "/api/users-via-shm",
            "usersBySize", "/api/users-by-size",
            "usersFromMemory", "/api/users-from-memory"));

    private static final List<String> SERVED = List.of(
            "",
            "?size=1024",
            "?size=1025&pattern=random",
            "?size=256873&pattern=repetitive",
            "?size=1048576&pattern=random");

    private static final List<String> REFUSED = List.of(
            "?size=1023",
            "?size=16777217",
            "?size=0",
            "?size=-1",
            "?size=1e4",
            "?size=many",
            "?size=",
            "?size=99999999999999999999",
            "?pattern=other",
            "?pattern=",
            "?pattern=%22%5C");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"segment", "naive"})
    void every_variant_keeps_the_contract(@Nullable String variant) throws Exception {
        try (DeployedUsers users = DeployedUsers.launch(variant, "process")) {
            verify(users);
            assertLargest(users);
        }
    }

    @ParameterizedTest
    @CsvSource({"namespace,", "namespace, segment", "docker,", "docker, segment"})
    void it_is_kept_in_every_environment(String environment, @Nullable String variant) throws Exception {
        try (DeployedUsers users = DeployedUsers.launch(variant, environment)) {
            verify(users);
        }
    }

    private static void verify(DeployedUsers users) throws Exception {
        var contract = new WrittenContract("users");
        assertThat(verifyData(contract, users)).isEqualTo(contract.documented(Set.of(DATA)));
        assertThat(verifyApi(contract, users)).isEqualTo(contract.documented(Set.of(API)));
        for (String service : List.of(API, DATA)) {
            assertThat(Http.get(users.at(service, "/nothing")).statusCode()).isEqualTo(404);
            HttpResponse<String> posted = Http.send(
                    HttpRequest.newBuilder(users.at(service, "/health")).POST(BodyPublishers.noBody()));
            assertThat(posted.statusCode()).isEqualTo(405);
            assertThat(posted.headers().firstValue("Allow").orElse("")).contains("GET");
        }
    }

    private static Set<String> verifyData(WrittenContract contract, DeployedUsers users) throws Exception {
        Set<String> walked = new TreeSet<>();
        walked.add(send(contract, "health", users.at(DATA, "/health"), 200));
        walked.add(send(contract, "revision", users.at(DATA, "/api/revision"), 200));
        walked.add(revise(contract, users, "{\"revision\": 7}", 200));
        for (String body :
                List.of("", "7", "{}", "{\"revision\": -1}", "{\"revision\": 100000000}", "{\"revision\": \"7\"}")) {
            walked.add(revise(contract, users, body, 400));
        }
        Map.of("users", "/api/users", "writeToShm", "/api/write-to-shm").forEach((operation, path) -> {
            SERVED.forEach(query -> walked.add(send(contract, operation, users.at(DATA, path + query), 200)));
            REFUSED.forEach(query -> walked.add(send(contract, operation, users.at(DATA, path + query), 400)));
        });
        return walked;
    }

    private static String revise(WrittenContract contract, DeployedUsers users, String body, int status)
            throws Exception {
        HttpResponse<String> response = Http.send(HttpRequest.newBuilder(users.at(DATA, "/api/revision"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        return verified(contract, "revise", response, status);
    }

    private static Set<String> verifyApi(WrittenContract contract, DeployedUsers users) throws Exception {
        Set<String> walked = new TreeSet<>();
        walked.add(send(contract, "health", users.at(API, "/health"), 200));
        PATHS.forEach((operation, path) -> {
            SERVED.forEach(query -> walked.add(send(contract, operation, users.at(API, path + query), 200)));
            REFUSED.forEach(query -> walked.add(send(contract, operation, users.at(API, path + query), 400)));
            walked.add(send(contract, operation, users.at(API, path + "?parse=maybe"), 400));
        });
        for (String query : SERVED) {
            assertSameBytes(users, query);
        }
        return walked;
    }

    private static String send(WrittenContract contract, String operation, URI url, int status) {
        try {
            return verified(contract, operation, Http.get(url), status);
        } catch (Exception failed) {
            throw new AssertionError(url + " failed", failed);
        }
    }

    private static String verified(
            WrittenContract contract, String operation, HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode())
                .as(response.uri() + " -> " + response.body())
                .isEqualTo(status);
        contract.validate(operation, response);
        if (status == 400) {
            assertNames(response);
        }
        return operation + " " + status;
    }

    /** The sentence of a refusal names the parameter. */
    private static void assertNames(HttpResponse<String> refused) throws Exception {
        JsonNode problem = Http.json(refused.body());
        String query = String.valueOf(refused.uri().getQuery());
        String named = query.equals("null") ? "revision" : query.substring(0, query.indexOf('='));
        assertThat(problem.path("detail").asText()).contains(named);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
    }

    /** The checksum is computed by either service, each by a library of its own, and is the same on each path. */
    private static void assertSameBytes(DeployedUsers users, String query) throws Exception {
        HttpResponse<byte[]> source = users.get(DATA, "/api/users" + query);
        String and = query.isEmpty() ? "?" : query + "&";
        for (String path : PATHS.values()) {
            for (String parsed : List.of("false", "true")) {
                HttpResponse<byte[]> answer = users.get(API, path + and + "parse=" + parsed);
                String what = path + and + "parse=" + parsed;
                assertThat(answer.body()).as(what).isEqualTo(source.body());
                for (String header : List.of("X-Checksum", "X-Revision", "Content-Length")) {
                    assertThat(answer.headers().firstValue(header))
                            .as(what + " " + header)
                            .isPresent()
                            .isEqualTo(source.headers().firstValue(header));
                }
            }
        }
        assertRevisedThroughout(source);
    }

    private static void assertRevisedThroughout(HttpResponse<byte[]> source) throws Exception {
        JsonNode body = Http.json(new String(source.body(), StandardCharsets.UTF_8));
        assertThat(body.path("revision").asText()).isEqualTo("00000007");
        assertThat(body.path("users").valueStream())
                .isNotEmpty()
                .allSatisfy(user -> assertThat(user.path("revision").asText()).isEqualTo("00000007"));
    }

    private static void assertLargest(DeployedUsers users) throws Exception {
        HttpResponse<byte[]> source = users.get(DATA, "/api/users?size=16777216");
        assertThat(source.body()).hasSize(16_777_216);
        for (String path : PATHS.values()) {
            assertThat(users.get(API, path + "?size=16777216").body()).as(path).isEqualTo(source.body());
        }
    }
}
