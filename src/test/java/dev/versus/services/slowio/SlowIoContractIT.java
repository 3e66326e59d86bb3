package dev.versus.services.slowio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Environments;
import dev.versus.services.contract.WrittenContract;
import dev.versus.services.shop.fixture.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant answers as openapi.yaml says, and every service with the same bytes for the same request. */
class SlowIoContractIT {

    private static final Map<String, String> OPERATIONS = new LinkedHashMap<>(Map.of(
            "flask-server", "flaskIoTest",
            "quart-server", "quartIoTest",
            "virtual-threads", "virtualThreadsIoTest"));
    private static final Map<String, String> PATHS = Map.of(
            "flask-server", "/benchmark/flask-io-test",
            "quart-server", "/benchmark/quart-io-test",
            "virtual-threads", "/benchmark/virtual-threads-io-test");
    private static final List<String> REFUSED = List.of(
            "",
            "?delay=0.1",
            "?concurrent=1",
            "?delay=31&concurrent=1",
            "?delay=-1&concurrent=1",
            "?delay=soon&concurrent=1",
            "?delay=0.1&concurrent=0",
            "?delay=0.1&concurrent=1001",
            "?delay=0.1&concurrent=1.5",
            "?delay=%22%5C&concurrent=1");

    @Test
    void allServicesKeepTheContract() throws Exception {
        try (DeployedSlowIo slowIo = DeployedSlowIo.launch("virtual-threads")) {
            verifyAll(slowIo);
            for (String query : REFUSED) {
                assertSameAnswers(slowIo, query);
            }
        }
    }

    static Stream<String> environments() {
        return Environments.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theyKeepItInEveryEnvironment(String environment) throws Exception {
        try (DeployedSlowIo slowIo = DeployedSlowIo.launch(null, Environments.named(environment))) {
            verifyAll(slowIo);
        }
    }

    private static void verifyAll(DeployedSlowIo slowIo) throws Exception {
        verifySimulator(slowIo.address("io-simulator"));
        for (String service : OPERATIONS.keySet()) {
            if (slowIo.has(service)) {
                verify(service, slowIo.address(service));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gunicorn-threads", "gunicorn-gevent", "fan-out-pool"})
    void everyFlaskKeepsIt(String variant) throws Exception {
        try (DeployedSlowIo slowIo = DeployedSlowIo.launch(variant)) {
            verify("flask-server", slowIo.address("flask-server"));
        }
    }

    @Test
    void quartOnUvicornKeepsIt() throws Exception {
        try (DeployedSlowIo slowIo = DeployedSlowIo.launch("quart-uvicorn")) {
            verify("quart-server", slowIo.address("quart-server"));
        }
    }

    private static void verifySimulator(URI base) throws Exception {
        var contract = new WrittenContract("slow-io");
        Set<String> walked = new TreeSet<>();
        walked.add(send(contract, "health", base.resolve("/health"), 200));
        walked.add(send(contract, "slowIo", base.resolve("/slow-io?delay=0.05"), 200));
        walked.add(send(contract, "slowIo", base.resolve("/slow-io?delay=30.1"), 400));
        assertThat(walked).isEqualTo(contract.documented(Set.of("io-simulator")));
    }

    private static void verify(String service, URI base) throws Exception {
        String operation = OPERATIONS.getOrDefault(service, "");
        URI test = base.resolve(PATHS.getOrDefault(service, ""));
        var contract = new WrittenContract("slow-io");
        Set<String> walked = new TreeSet<>();
        walked.add(send(contract, "health", base.resolve("/health"), 200));
        walked.add(send(contract, operation, URI.create(test + "?delay=0.05&concurrent=3"), 200));
        walked.add(send(contract, operation, URI.create(test + "?delay=0&concurrent=1000"), 200));
        for (String query : REFUSED) {
            walked.add(send(contract, operation, URI.create(test + query), 400));
        }
        assertThat(walked).isEqualTo(contract.documented(Set.of(service)));
        assertThat(Http.get(base.resolve("/nothing")).statusCode()).isEqualTo(404);
    }

    private static String send(WrittenContract contract, String operation, URI url, int status) throws Exception {
        HttpResponse<String> response = Http.get(url);
        assertThat(response.statusCode()).as(url + " -> " + response.body()).isEqualTo(status);
        contract.validate(operation, response);
        return operation + " " + status;
    }

    private static void assertSameAnswers(DeployedSlowIo slowIo, String query) throws Exception {
        Set<String> answers = new TreeSet<>();
        for (String service : OPERATIONS.keySet()) {
            URI url = URI.create(slowIo.address(service).resolve(PATHS.getOrDefault(service, "")) + query);
            answers.add(Http.get(url).body());
        }
        assertThat(answers).as(query).hasSize(1);
    }
}
