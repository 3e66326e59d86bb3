package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.fixture.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Containers share memory with those with which their Compose file says so, and with nobody else. */
@Timeout(180)
class SharedMemoryIT {

    private static final String VOLUME = """
            services:
              writer: {SLEEP, user: "65534:65534", volumes: ["shared:/dev/shm"]}
              reader: {SLEEP, user: "65534:65534", volumes: ["shared:/memory:ro"]}
              stranger: {SLEEP}
            volumes:
              shared: {driver: local, driver_opts: {type: tmpfs, device: tmpfs, o: "size=1m,mode=1777"}}
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void dockerRuns() {
        Lab.assumeDocker();
    }

    @Test
    void two_see_the_same_bytes_in_a_tmpfs_volume_and_a_third_does_not() {
        var lab = new Lab(folder);
        RunId run;
        try (Deployment deployment = lab.launch(VOLUME)) {
            run = deployment.run();
            assertThat(said(deployment, "writer", "echo right >/dev/shm/data && df -P /dev/shm | tail -1"))
                    .contains("tmpfs")
                    .contains(" 1024 ");
            assertThat(said(deployment, "reader", "cat /memory/data; touch /memory/new || echo refused"))
                    .isEqualTo("right\nrefused\n");
            assertThat(said(deployment, "stranger", "ls /dev/shm | wc -l")).isEqualTo("0\n");

            deployment.restart("writer");
            assertThat(said(deployment, "writer", "cat /dev/shm/data")).isEqualTo("right\n");
        }
        assertThat(lab.madeBy(run)).isEmpty();
    }

    @Test
    void a_service_has_the_memory_of_another_or_none_or_its_own_of_a_size() {
        try (Deployment deployment = new Lab(folder).launch("""
                services:
                  writer: {SLEEP, ipc: shareable, shm_size: 2m}
                  reader: {SLEEP, ipc: "service:writer"}
                  own: {SLEEP, ipc: private}
                  without: {SLEEP, ipc: none}
                """)) {
            assertThat(said(deployment, "writer", "echo right >/dev/shm/data && df -P /dev/shm | tail -1"))
                    .contains(" 2048 ");
            assertThat(said(deployment, "reader", "cat /dev/shm/data")).isEqualTo("right\n");
            assertThat(said(deployment, "own", "ls /dev/shm | wc -l")).isEqualTo("0\n");
            assertThat(said(deployment, "without", "touch /dev/shm/data || echo refused"))
                    .isEqualTo("refused\n");
            String space = "readlink /proc/self/ns/ipc";
            assertThat(said(deployment, "reader", space)).isEqualTo(said(deployment, "writer", space));
            assertThat(said(deployment, "own", space)).isNotEqualTo(said(deployment, "writer", space));
        }
    }

    @Test
    void what_is_left_in_the_hosts_memory_under_the_deployments_name_is_removed() throws IOException {
        RunId run;
        try (Deployment deployment = new Lab(folder).launch("""
                services:
                  one: {SLEEP, ipc: host, user: "65534:65534", environment: ["NAME=${COMPOSE_PROJECT_NAME}"]}
                """)) {
            run = deployment.run();
            assertThat(said(deployment, "one", "mkdir /dev/shm/$NAME && touch /dev/shm/$NAME/a && echo made"))
                    .isEqualTo("made\n");
            assertThat(Path.of("/dev/shm", run.project(), "a")).exists();
        }
        try (Stream<Path> all = Files.list(Path.of("/dev/shm"))) {
            assertThat(all).noneMatch(entry -> entry.toString().contains(run.value()));
        }
    }

    /** Launches for as long as it lives, in a JVM of its own that a test can kill. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Owner.hold(new Lab(folder).launch(VOLUME), folder);
        }
    }

    @Test
    void the_volume_of_a_killed_owner_goes_at_the_next_start() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId killed = owner.awaitUp();
        owner.kill();
        var lab = new Lab(folder);
        assertThat(lab.madeBy(killed)).contains("versus-" + killed + "-shared");

        lab.launch("services: {next: {SLEEP}}").close();

        assertThat(lab.madeBy(killed)).isEmpty();
    }

    private static String said(Deployment deployment, String service, String script) {
        RunningService replica = deployment.services().stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow();
        return deployment.ask(replica, List.of("sh", "-c", script)).orElse("failed");
    }
}
