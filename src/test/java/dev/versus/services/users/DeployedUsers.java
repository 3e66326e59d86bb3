package dev.versus.services.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.RunningService;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.fixture.Launches;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A variant of users as its Compose files describe it, launched by an environment; its services may be killed. */
final class DeployedUsers implements AutoCloseable {

    static final String API = "users-api";
    static final String DATA = "users-data";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Deployment deployment;

    private DeployedUsers(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Launches a variant, or the system as it is, in an environment; skips the test where this machine lacks what that takes. */
    static DeployedUsers launch(@Nullable String variant, String environmentName) {
        Environment environment = EnvironmentChoice.parse(environmentName).environment();
        return new DeployedUsers(Launches.launch("users", variant, environment));
    }

    /** Returns the answer of a service, or fails within 15 seconds. */
    HttpResponse<byte[]> get(String service, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(service, path)));
    }

    /** Makes all data that are asked for from now on those of a revision. */
    void revise(int revision) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(at(DATA, "/api/revision"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"revision\": " + revision + "}")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofByteArray());
    }

    URI at(String service, String path) {
        return deployment.addresses(service).get(0).resolve(path);
    }

    /** Ends a service with all its processes, as {@code kill -9} does. */
    void kill(String service) {
        ProcessHandle root = root(service);
        List<ProcessHandle> all =
                Stream.concat(Stream.of(root), root.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(5, TimeUnit.SECONDS).join());
    }

    private ProcessHandle root(String service) {
        RunningService first = deployment.services().stream()
                .filter(replica -> replica.service().equals(service))
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(first.process().orElseThrow().pid()).orElseThrow();
    }

    /** Starts a service again, at the same address. */
    void restart(String service) {
        deployment.restart(service);
    }

    /** Returns the fingerprints of both services. */
    Map<String, Map<String, String>> fingerprints() {
        return Fingerprinting.of(deployment);
    }

    /** Returns what this host's shared memory holds under the name of this deployment. */
    List<String> inSharedMemory() throws IOException {
        try (Stream<Path> entries = Files.list(SHARED_MEMORY)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.contains(deployment.run().value()))
                    .toList();
        }
    }

    @Override
    public void close() {
        deployment.close();
    }
}
