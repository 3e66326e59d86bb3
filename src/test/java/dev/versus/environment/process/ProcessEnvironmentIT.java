package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import dev.versus.environment.Environments;
import dev.versus.environment.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessEnvironmentIT {

    @TempDir
    Path folder;

    private static String get(URI address, String path) throws IOException {
        try (InputStream in = address.resolve(path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void services_find_one_another_and_every_replica_has_an_address() throws IOException {
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  front:
                    command: SAMPLE
                    environment: {BACK: 'http://back:9000/x', PORT: 8080}
                    ports: ['8080:8080']
                    depends_on: {back: {condition: service_healthy}}
                  back:
                    command: SAMPLE
                    environment: {PORT: 9000}
                    deploy: {replicas: 2}
                    healthcheck: {test: [CMD, curl, -f, 'http://localhost:9000/ok']}
                """)) {
            URI front = deployment.addresses("front").get(0);
            List<URI> back = deployment.addresses("back");

            assertThat(back).hasSize(2).doesNotHaveDuplicates();
            assertThat(get(front, "/BACK")).isEqualTo(back.get(0) + "/x");
            assertThat(deployment.services())
                    .extracting(RunningService::service)
                    .containsExactly("front", "back", "back");
            assertThat(deployment.logs().resolve("back-2.log")).exists();
            assertThatThrownBy(() -> deployment.addresses("side"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("front, back");
        }
    }

    @Test
    void closing_leaves_nothing_and_may_be_repeated() {
        var systems = new Systems(folder);
        Deployment deployment = systems.launch("services: {a: {command: sleep 100}, b: {command: sleep 100}}");
        List<Long> pids = deployment.services().stream()
                .map(service -> service.process().orElseThrow().pid())
                .toList();

        deployment.close();
        deployment.close();

        assertThat(systems.leftovers()).isEmpty();
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void a_replica_that_is_killed_has_an_end_and_the_others_run() {
        try (Deployment deployment =
                new Systems(folder).launch("services: {a: {command: sleep 100}, b: {command: sleep 100}}")) {
            RunningService killed = deployment.services().get(0);
            assertThat(deployment.end(killed)).isEmpty();
            ProcessHandle process =
                    ProcessHandle.of(killed.process().orElseThrow().pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();

            assertThat(deployment.end(killed)).contains("ended with exit code 137");
            assertThat(deployment.end(deployment.services().get(1))).isEmpty();
        }
    }

    @Test
    void logs_stay_where_a_folder_is_named_for_them() {
        var systems = new Systems(folder);
        Path logs = folder.resolve("logs");
        var environment = new ProcessEnvironment(systems.options().logs(logs));

        environment
                .launch(systems.define("services: {a: {command: 'sh -c \"echo hello; sleep 100\"'}}"))
                .close();

        assertThat(logs.resolve("a-1.log")).hasContent("hello");
    }

    @Test
    void two_runs_at_once_do_not_disturb_each_other() throws IOException {
        var systems = new Systems(folder);
        String yaml = """
                services:
                  a:
                    command: SAMPLE
                    environment: {PORT: 8080, NAME: a}
                    expose: [8080]
                """;
        try (Deployment two = systems.launch(yaml)) {
            try (Deployment one = systems.launch(yaml)) {
                assertThat(one.addresses("a")).isNotEqualTo(two.addresses("a"));
            }
            assertThat(get(two.addresses("a").get(0), "/NAME")).isEqualTo("a");
        }
        assertThat(systems.leftovers()).isEmpty();
    }

    @Test
    void a_folder_with_spaces_is_a_folder() throws IOException {
        Path spaced = Files.createDirectories(folder.resolve("a folder with  spaces"));
        try (Deployment deployment = new Systems(spaced).launch("""
                services:
                  cache: {image: redis:7}
                  store: {image: postgres:17, environment: {POSTGRES_PASSWORD: p}}
                """)) {
            assertThat(deployment.services()).hasSize(2);
        }
    }

    @Test
    void it_is_found_by_its_name() {
        assertThat(Environments.named("process")).isInstanceOf(ProcessEnvironment.class);
        assertThatThrownBy(() -> Environments.named("proces"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("expected one of ")
                .hasMessageContaining("process");
    }
}
