package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems whose services are no processes of this host. */
class LaunchTest {

    @TempDir
    Path folder;

    private final RemoteRuntime remote = new RemoteRuntime();
    private SystemDefinition system;
    private StateFolder state;

    @BeforeEach
    void define() throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web: {image: x, ports: ['80'], depends_on: {db: {condition: service_healthy}}, deploy: {replicas: 2}}
                  db: {image: x}
                """);
        system = SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()));
        state = new StateFolder(folder.resolve("state"));
    }

    private Deployment launch() {
        return new Launcher(state, null)
                .prepare(system, (deployed, logs) -> remote)
                .run();
    }

    @Test
    void they_start_and_stop_in_the_order_of_their_dependencies() {
        launch().close();

        assertThat(remote.events()).startsWith("surroundings", "start db-1", "ready db-1", "start web-1");
        assertThat(remote.events()).containsSubsequence("stop web-1", "stop db-1", "close");
        assertThat(remote.events()).containsSubsequence("stop web-2", "stop db-1", "close");
        assertThat(state.runs()).isEmpty();
    }

    @Test
    void they_have_addresses_and_no_process() {
        try (Deployment deployment = launch()) {
            assertThat(deployment.addresses("web"))
                    .containsExactly(URI.create("http://web-1:80"), URI.create("http://web-2:80"));
            assertThat(deployment.services())
                    .extracting(RunningService::name)
                    .containsExactly("web-1", "web-2", "db-1");
            assertThat(deployment.services())
                    .allMatch(service -> service.process().isEmpty());
        }
    }

    @Test
    void every_replica_stops_before_the_first_starts_again() {
        try (Deployment deployment = launch()) {
            deployment.restart("web");
        }
        assertThat(remote.events()).containsSubsequence("stop web-1", "stop web-2", "start web-1", "start web-2");
    }

    @Test
    void one_that_cannot_start_is_named_and_the_others_are_stopped() {
        remote.refuse("web-2");

        assertThatThrownBy(this::launch)
                .isInstanceOf(DeploymentFailed.class)
                .hasMessage("web-2 could not be started: no room.");
        assertThat(remote.events()).containsSubsequence("stop web-1", "stop db-1", "close");
        assertThat(state.runs()).isEmpty();
    }

    @Test
    void one_that_ends_too_early_is_told_with_its_end() {
        remote.end("db-1");

        assertThatThrownBy(this::launch)
                .isInstanceOf(DeploymentFailed.class)
                .hasMessageStartingWith("db-1 was evicted before it was ready.");
        assertThat(remote.events()).doesNotContain("start web-1");
    }
}
