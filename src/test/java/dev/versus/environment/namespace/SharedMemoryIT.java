package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.fixture.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas share memory with those with which their Compose file says so, and with nobody else, whatever files they see. */
@Timeout(180)
class SharedMemoryIT {

    private static final String SLEEP =
            "image: '" + Lab.IMAGE + "', command: [sleep, '1000'], stop_signal: SIGKILL, user: '65534:65534'";

    private static final String VOLUME = """
            services:
              writer: {SLEEP, volumes: ["shared:/dev/shm"]}
              reader: {SLEEP, volumes: ["shared:/mnt:ro"]}
              stranger: {SLEEP, shm_size: 1m}
            volumes:
              shared: {driver: local, driver_opts: {type: tmpfs, device: tmpfs, o: "size=1m,mode=1777"}}
            """.replace("SLEEP", SLEEP);

    private static final String IPC = """
            services:
              writer: {SLEEP, ipc: shareable, shm_size: 2m}
              reader: {SLEEP, ipc: "service:writer"}
              own: {SLEEP, ipc: private}
              without: {SLEEP, ipc: none}
              hosts: {SLEEP, ipc: host, environment: ["NAME=${COMPOSE_PROJECT_NAME}"]}
            """.replace("SLEEP", SLEEP);

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void namespacesCanBeMade() {
        Lab.assumeNamespaces();
        lab = new Lab(folder);
    }

    private Deployment launch(String rootfs, String yaml) {
        if (rootfs.equals("image")) {
            lab.assumeImages();
            return lab.images().launch(lab.define(yaml));
        }
        return lab.launch(yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "image"})
    void two_see_the_same_bytes_in_a_tmpfs_volume_and_a_third_does_not(String rootfs) {
        RunId run;
        try (Deployment deployment = launch(rootfs, VOLUME)) {
            run = deployment.run();
            assertThat(said(deployment, "writer", "echo right >/dev/shm/data && df -P /dev/shm | tail -1"))
                    .contains(" 1024 ");
            assertThat(said(deployment, "reader", "cat /mnt/data; touch /mnt/new || echo refused"))
                    .isEqualTo("right\nrefused\n");
            assertThat(said(deployment, "stranger", "ls /dev/shm | wc -l; df -P /dev/shm | tail -1"))
                    .startsWith("0\n")
                    .contains(" 1024 ");

            deployment.restart("writer");
            deployment.restart("reader");
            assertThat(said(deployment, "writer", "cat /dev/shm/data")).isEqualTo("right\n");
        }
        assertNothingLeft(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "image"})
    void a_service_has_the_memory_of_another_or_none_or_its_own_of_a_size(String rootfs) {
        RunId run;
        try (Deployment deployment = launch(rootfs, IPC)) {
            run = deployment.run();
            assertThat(said(deployment, "writer", "echo right >/dev/shm/data && df -P /dev/shm | tail -1"))
                    .contains(" 2048 ");
            assertThat(said(deployment, "reader", "cat /dev/shm/data")).isEqualTo("right\n");
            assertThat(said(deployment, "own", "ls /dev/shm | wc -l")).isEqualTo("0\n");
            assertThat(said(deployment, "without", "touch /dev/shm/data || echo refused"))
                    .isEqualTo("refused\n");
            assertThat(said(deployment, "hosts", "touch /dev/shm/$NAME && echo made"))
                    .isEqualTo("made\n");
            assertThat(Path.of("/dev/shm", run.project())).exists();

            String space = "readlink /proc/self/ns/ipc";
            assertThat(said(deployment, "reader", space)).isEqualTo(said(deployment, "writer", space));
            assertThat(said(deployment, "own", space)).isNotEqualTo(said(deployment, "writer", space));
            assertThat(said(deployment, "hosts", space)).isEqualTo(Lab.said(space));
        }
        assertNothingLeft(run);
        assertThat(Path.of("/dev/shm", run.project())).doesNotExist();
    }

    @Test
    void a_path_that_this_host_does_not_have_is_refused() {
        assertThatThrownBy(() -> lab.launch(VOLUME.replace("/mnt", "/no/such/folder")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the service 'reader' of")
                .hasMessageContaining("mounts the volume 'shared' at /no/such/folder, which is no folder of this host");
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
    void what_a_killed_owner_left_goes_at_the_next_start() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId killed = owner.awaitUp();
        owner.kill();
        assertThat(Files.readString(Path.of("/proc/mounts"))).contains("run-" + killed + "/volumes/shared");

        lab.launch("services: {next: {command: sleep 1000}}").close();

        assertNothingLeft(killed);
        assertThat(lab.runs()).isEmpty();
    }

    private static void assertNothingLeft(RunId run) {
        assertThat(Lab.leftOf(run)).isEmpty();
        assertThat(Lab.said("cat /proc/mounts")).doesNotContain(run.value());
    }

    private static String said(Deployment deployment, String service, String script) {
        RunningService replica = deployment.services().stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow();
        return deployment.ask(replica, List.of("sh", "-c", script)).orElse("failed");
    }
}
