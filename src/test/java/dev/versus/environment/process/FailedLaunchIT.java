package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Ports;
import dev.versus.environment.host.RootUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FailedLaunchIT {

    @TempDir
    Path folder;

    private DeploymentFailed failure(String yaml) {
        var systems = new Systems(folder);
        DeploymentFailed failed = catchThrowableOfType(DeploymentFailed.class, () -> systems.launch(yaml));
        assertThat(systems.leftovers()).isEmpty();
        return failed;
    }

    @Test
    void a_crash_is_told_at_once_with_the_end_of_the_culprits_log() {
        DeploymentFailed failed = failure("""
                services:
                  good: {command: sleep 100}
                  bad: {command: sh -c 'for i in $$(seq 1 30); do echo line $$i; done; exit 7', expose: [80]}
                """);

        assertThat(failed.culprit()).isEqualTo("bad-1");
        assertThat(failed).hasMessageContaining("exit code 7");
        assertThat(failed.lastLines()).hasSize(20).startsWith("line 11").endsWith("line 30");
        assertThat(failed.log()).isNotNull().exists();
        assertThat(failed).hasMessageContaining(String.valueOf(failed.log()));
    }

    @Test
    void a_service_that_never_gets_healthy_is_waited_for_so_long_and_no_longer() {
        Instant start = Instant.now();
        DeploymentFailed failed = failure("""
                services:
                  sick:
                    command: SAMPLE
                    environment: {PORT: 8080}
                    healthcheck:
                      {test: 'curl -f http://localhost:8080/sick || exit 1', interval: 500ms, timeout: 500ms, retries: 2}
                """);

        assertThat(failed).hasMessageContaining("sick-1 was not ready within 2.0 s");
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    @Test
    void a_service_without_a_command_is_told_before_anything_starts() {
        assertThatThrownBy(() -> new Systems(folder).launch("services: {web: {image: busybox}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'web'")
                .hasMessageContaining("has no command");
    }

    @Test
    void a_program_that_is_not_there_is_told_before_anything_starts() {
        assertThatThrownBy(() -> new Systems(folder).launch("services: {web: {command: no-such-program x}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'no-such-program'");
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_holder() throws IOException {
        var systems = new Systems(folder);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            var environment = new ProcessEnvironment(systems.options().fixedPort("web", port));

            assertThatThrownBy(() ->
                            environment.launch(systems.define("services: {web: {command: sleep 9, expose: [80]}}")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_fixed_port_is_the_one_that_is_used() {
        var systems = new Systems(folder);
        int port = new Ports(new java.util.Random()).free(1).get(0);
        var environment = new ProcessEnvironment(systems.options().fixedPort("cache", port));
        try (var deployment = environment.launch(systems.define("services: {cache: {image: redis}}"))) {
            assertThat(deployment.addresses("cache").get(0)).hasPort(port);
        }
    }

    @Test
    void a_full_disk_is_told_and_leaves_nothing() throws Exception {
        var systems = new Systems(folder);
        Path small = Files.createDirectories(systems.state());
        assumeTrue(RootUser.isRunning(), "mounting a small file system needs root");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4k,mode=700", "tmpfs", small.toString()), "no mount here");
        try {
            String yaml = "services: {store: {image: postgres, environment: {POSTGRES_PASSWORD: p}}}";

            assertThatThrownBy(() -> systems.launch(yaml))
                    .isInstanceOf(VersusException.class)
                    .hasMessageContaining("No space left on device");
            assertThat(systems.leftovers()).isEmpty();
        } finally {
            run("umount", small.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
