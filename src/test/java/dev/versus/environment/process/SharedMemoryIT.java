package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.environment.fixture.Owner;
import dev.versus.environment.host.RootUser;
import dev.versus.services.shop.fixture.Owners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plain processes share the host's {@code /dev/shm}, under the name of their deployment. */
@Timeout(60)
class SharedMemoryIT {

    private static final Path SHM = Path.of("/dev/shm");

    private static final String WRITER_AND_READER = """
            services:
              writer:
                image: one
                user: "65534:65534"
                command: [sh, -c, 'umask 077 && mkdir "$$SHARED" && echo right >"$$SHARED/data" && : >"$$SHARED.1" && exec sleep 1000']
                environment: {SHARED: "/dev/shm/${COMPOSE_PROJECT_NAME}"}
                volumes: ["shared:/dev/shm"]
                healthcheck: {test: [CMD-SHELL, '[ -e "$$SHARED.1" ]']}
              reader:
                image: one
                user: "65534:65534"
                command: [sh, -c, 'grep right "$$SHARED/data" && exec sleep 1000']
                environment: {SHARED: "/dev/shm/${COMPOSE_PROJECT_NAME}"}
                volumes: ["shared:/dev/shm"]
                depends_on: {writer: {condition: service_healthy}}
              stranger:
                image: one
                user: "65534:65534"
                command: [sleep, "1000"]
            volumes:
              shared: {driver_opts: {type: tmpfs, device: tmpfs, o: "size=1m"}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void thisHostHasIt() {
        assumeTrue(Files.isWritable(SHM), "skipped: this host has no /dev/shm");
    }

    @Test
    void services_that_share_memory_have_one_user_and_leave_nothing() throws IOException {
        RunId run;
        try (Deployment deployment = new Systems(folder).launch(WRITER_AND_READER)) {
            run = deployment.run();
            assertThat(left(run)).hasSize(2);
            assertThat(deployment.notices()).singleElement().asString().contains("shared memory apart from the host's");
            if (RootUser.isRunning()) {
                var owners = Owners.of(deployment);
                assertThat(owners.get("writer-1"))
                        .isEqualTo(owners.get("reader-1"))
                        .isBetween(61_184, 65_519);
                assertThat(owners.get("stranger-1")).isNotEqualTo(owners.get("reader-1"));
            }
        }
        assertThat(left(run)).isEmpty();
    }

    @Test
    void two_deployments_have_memory_of_their_own_and_equal_fingerprints() throws IOException {
        var systems = new Systems(folder);
        try (Deployment one = systems.launch(WRITER_AND_READER)) {
            try (Deployment other = systems.launch(WRITER_AND_READER)) {
                assertThat(Fingerprinting.of(other)).isEqualTo(Fingerprinting.of(one));
            }
            assertThat(left(one.run())).hasSize(2);
        }
    }

    @Test
    void a_longer_name_is_anothers() throws IOException {
        Deployment deployment = new Systems(folder).launch("services: {one: {command: sleep 1000}}");
        Path longer = Files.writeString(SHM.resolve(deployment.run().project() + "x"), "another's");
        try {
            deployment.close();
            assertThat(longer).exists();
        } finally {
            Files.delete(longer);
        }
    }

    @Test
    void links_are_removed_and_never_followed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "");
        RunId run;
        try (Deployment deployment = new Systems(folder).launch("services: {one: {command: sleep 1000}}")) {
            run = deployment.run();
            Files.createSymbolicLink(SHM.resolve(run.project()), elsewhere);
        }
        assertThat(left(run)).isEmpty();
        assertThat(elsewhere.resolve("kept")).exists();
    }

    /** Launches for as long as it lives, in a JVM of its own that a test can kill. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Owner.hold(new Systems(folder).launch(WRITER_AND_READER), folder);
        }
    }

    @Test
    void what_a_killed_owner_left_goes_at_the_next_start() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId run = owner.awaitUp();
        owner.kill();
        assertThat(left(run)).hasSize(2);

        new Systems(folder).launch("services: {next: {command: sleep 1000}}").close();

        assertThat(left(run)).isEmpty();
    }

    private static List<String> left(RunId run) throws IOException {
        try (Stream<Path> all = Files.list(SHM)) {
            return all.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.contains(run.value()))
                    .toList();
        }
    }
}
