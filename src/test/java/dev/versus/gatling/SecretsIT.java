package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.process.SampleService;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.SecretsEverywhere;
import dev.versus.gatling.fixture.TwoTargets;
import dev.versus.simulations.LoadFixedRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets, each given in another way, and everything that a run then writes or prints. */
class SecretsIT {

    private static final String COMPOSE = """
            services:
              web:
                command: [java, -Xmx64m, "-Dx.password=%s", "-Dcache=redis://user:%s@cache:6379", "-Dplain=${DB_PASSWORD}",
                  -cp, '%s', %s]
                environment:
                  PORT: "8080"
                  DB_PASSWORD: ${DB_PASSWORD}
                  API_KEY: %s
                  JAVA_TOOL_OPTIONS: "-Dy.token=%s"
                expose: ["8080"]
                depends_on: [cache]
              cache:
                image: redis:7-alpine
                command: redis-server --masterauth %s --maxmemory 5mb
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, String> planted = new TreeMap<>();

    /** A secret of its own for each place. */
    private String secret(String place) {
        return planted.computeIfAbsent(place, p -> UUID.randomUUID().toString().replace("-", ""));
    }

    private String system(String program) throws IOException {
        Path system = Files.createDirectories(folder.resolve("system"));
        String compose = COMPOSE.formatted(
                secret("a JVM's property"),
                secret("a URL in a JVM's property"),
                System.getProperty("java.class.path"),
                program,
                secret("a variable of a service"),
                secret("a JVM's property in a variable"),
                secret("an option of Redis"));
        return Files.writeString(system.resolve("compose.yaml"), compose).toString();
    }

    private String[] settings(String system) {
        return new String[] {
            "system=" + system,
            "dbPassword=" + secret("a setting, and what with() hands on"),
            "redisUrl=redis://:" + secret("a URL that with() hands on") + "@cache",
            "pathToken=" + secret("the path of a request"),
            "bearer=" + secret("a header of a request"),
            "body={\"user\":\"a\",\"password\":\"" + secret("a body") + "\"}",
            "warmUp=1s",
            "state=" + folder.resolve("state")
        };
    }

    private Map<Path, String> written() {
        Map<Path, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !file.startsWith("system") && !file.startsWith("state"))
                    .forEach(file -> written.put(file, text(folder.resolve(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertNoneTold() {
        Map<String, Path> told = new TreeMap<>();
        written()
                .forEach((file, text) -> planted.forEach((place, secret) -> {
                    if (text.contains(secret)) {
                        told.put(place, file);
                    }
                }));
        assertThat(told).isEmpty();
    }

    @Test
    void a_run_writes_and_prints_none_of_them() throws IOException {
        GatlingRun run =
                GatlingProcess.run(SecretsEverywhere.class, folder, settings(system(SampleService.class.getName())));

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(written().keySet())
                .extracting(file -> String.valueOf(file.getFileName()))
                .contains("out.txt", "err.txt", "rounds.jsonl", "results.json", "junit.xml", "index.html", "web-1.log")
                .contains("comparison.html", "comparison.md");
        assertNoneTold();
        assertThat(run.file("rounds.jsonl").orElseThrow())
                .contains("-Dx.password=***", "-Dcache=redis://user:***@", "-Dplain=***", "-Dy.token=***")
                .contains("masterauth ***", "maxmemory 5mb", "DB_PASSWORD=***", "token=***", " bytes)");
        assertThat(run.file("comparison.md").orElseThrow())
                .contains("\"${VERSUS_DBPASSWORD:?}\"", "\"${VERSUS_BODY:?}\"");
    }

    @Test
    void a_system_that_does_not_start_prints_none_of_them() throws IOException {
        GatlingRun run = GatlingProcess.run(SecretsEverywhere.class, folder, settings(system("not.There")));

        assertThat(run.exitCode()).isEqualTo(Refusal.FAILED);
        assertThat(run.err()).contains("web-1", "not.There", "-Dy.token=***");
        assertNoneTold();
    }

    @Test
    void an_address_that_is_refused_prints_no_password() {
        GatlingRun run = GatlingProcess.run(
                TwoTargets.class, folder, "url=http://user:" + secret("an address") + "@127.0.0.1:80");

        assertThat(run.exitCode()).isEqualTo(Refusal.BAD_INPUT);
        assertThat(run.err()).contains("http://user:***@127.0.0.1:80");
        assertNoneTold();
    }

    @Test
    void an_address_that_cannot_be_read_prints_no_password() {
        GatlingRun run =
                GatlingProcess.run(LoadFixedRequests.class, folder, "url=http://user:" + secret("an address") + "@a b");

        assertThat(run.exitCode()).isEqualTo(Refusal.BAD_INPUT);
        assertThat(run.err()).contains("-Dversus.url=http://user:***@a b");
        assertNoneTold();
    }
}
