package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs/bring-your-own.md: a system outside services/, by its path, with the same file in every environment. */
@Timeout(300)
class BringYourOwnIT {

    private static final String EXAMPLE = "docs/examples/hit-counter";

    @ParameterizedTest
    @ValueSource(strings = {"process", "namespace", "docker"})
    void the_same_file_runs_in(String environment) throws Exception {
        assumeTrue(
                Environments.all().containsKey(environment), "there is no environment '" + environment + "' to run in");
        Environment there = Environments.named(environment);
        SystemDefinition system = SystemDefinition.read(Path.of("services"), EXAMPLE, null);
        String missing = missing(there, system);
        assumeTrue(missing.isEmpty(), "the example cannot run in '" + environment + "' here: " + missing);

        assertThat(system.name()).isEqualTo("hit-counter");
        try (Deployment deployment = there.launch(system)) {
            URI web = deployment.addresses("web", Reach.USUAL).get(0);
            assertThat(get(web)).isEqualTo("asked 000000000001 times\n");
            assertThat(get(web)).isEqualTo("asked 000000000002 times\n");
        }
    }

    private static String missing(Environment there, SystemDefinition system) {
        return Stream.concat(there.requirements().stream(), there.requirements(system).stream())
                .filter(requirement -> !requirement.met())
                .map(Requirement::what)
                .collect(Collectors.joining(", "));
    }

    private static String get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
