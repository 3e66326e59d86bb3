package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.image.RunLabels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told when a launch fails, and that nothing is left then. */
@Timeout(120)
class FailedLaunchIT {

    @TempDir
    Path folder;

    private Lab lab;
    private List<String> before;

    @BeforeEach
    void open() {
        Lab.assumeDocker();
        lab = new Lab(folder);
        before = lab.labelled(RunLabels.RUN);
    }

    @AfterEach
    void nothingIsLeft() {
        if (lab != null) {
            assertThat(lab.leftovers()).isEmpty();
            assertThat(lab.labelled(RunLabels.RUN)).isSubsetOf(before);
        }
    }

    private DeploymentFailed failure(String yaml) {
        return catchThrowableOfType(DeploymentFailed.class, () -> lab.launch(yaml));
    }

    @Test
    void a_crash_is_told_with_the_end_of_the_culprits_log() {
        DeploymentFailed failed = failure("""
                services:
                  good: {SLEEP}
                  bad:
                    image: 'IMAGE'
                    command: sh -c 'for i in $$(seq 1 30); do echo line $$i; done; exit 7'
                    expose: [80]
                """);

        assertThat(failed.culprit()).isEqualTo("bad-1");
        assertThat(failed).hasMessageContaining("ended with exit code 7");
        assertThat(failed.lastLines()).hasSize(20).startsWith("line 11").endsWith("line 30");
        assertThat(failed.log()).isNotNull().exists();
    }

    @Test
    void running_out_of_memory_is_told_as_that() {
        DeploymentFailed failed = failure("""
                services:
                  greedy:
                    image: 'IMAGE'
                    command: [python3, -c, 'a = bytearray(200 << 20)']
                    expose: [80]
                    mem_limit: 32m
                """);

        assertThat(failed)
                .hasMessageContaining("greedy-1 ended with exit code 137, for it ran out of its memory limit");
    }

    @Test
    void a_service_that_never_gets_healthy_is_waited_for_so_long_and_no_longer() {
        DeploymentFailed failed = failure("""
                services:
                  sick: {SLEEP, healthcheck: {test: [CMD, 'false'], interval: 500ms, timeout: 500ms, retries: 2}}
                """);

        assertThat(failed)
                .hasMessageContaining(
                        "sick-1 was not ready within 2.0 s;" + " the healthcheck of its Compose file ran 'CMD false'.");
    }

    /** Whoever writes none has 60 s. */
    @Test
    void a_service_that_is_judged_by_its_image_is_told_so() throws IOException {
        Path context = Files.createDirectories(folder.resolve("system"));
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + Lab.IMAGE + "\nEXPOSE 5432\nHEALTHCHECK CMD pg_isready\nCMD [\"sleep\", \"1000\"]\n");

        DeploymentFailed failed = failure("services: {unready: {build: ., stop_signal: SIGKILL}}");

        removeImages("versus/unready");
        assertThat(failed)
                .hasMessageContaining("unready-1 was not ready within 60.0 s; without a healthcheck it was asked"
                        + " for a connection at the port 5432, which its image names")
                .hasMessageContaining("the health check of its image, 'CMD-SHELL pg_isready', is not run");
    }

    private void removeImages(String name) {
        lab.engine().ask(client -> {
            var images = client.listImagesCmd().withReferenceFilter(name).exec();
            images.forEach(image ->
                    client.removeImageCmd(image.getId()).withForce(true).exec());
            return images;
        });
    }

    @Test
    void a_program_that_the_image_lacks_is_told_in_the_engines_words() {
        DeploymentFailed failed = failure("services: {web: {image: 'IMAGE', command: no-such-program}}");

        assertThat(failed)
                .hasMessageContaining("web-1 could not be started")
                .hasMessageContaining("no-such-program")
                .hasMessageContaining("not found");
    }

    @Test
    void an_image_that_nobody_has_is_told_before_anything_starts() {
        assertThatThrownBy(() -> lab.launch("services: {good: {SLEEP}, web: {image: 'localhost:1/none:1'}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'web' cannot be run")
                .hasMessageContaining("localhost:1/none:1 is not here and cannot be pulled");
    }

    @Test
    void a_build_that_fails_is_told_before_anything_starts() throws IOException {
        Path context = Files.createDirectories(folder.resolve("system"));
        Files.writeString(context.resolve("Dockerfile"), "FROM " + Lab.IMAGE + "\nRUN echo no luck; false\n");

        assertThatThrownBy(() -> lab.launch("services: {good: {SLEEP}, web: {build: .}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The image of 'web' cannot be built")
                .hasMessageContaining("no luck");
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_holder() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            var environment = new DockerEnvironment(lab.options().fixedPort("web", port));

            assertThatThrownBy(() -> environment.launch(lab.define("services: {web: {WEB, ports: ['8080']}}")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void what_cannot_be_mounted_or_dropped_or_joined_is_told_before_anything_starts() {
        for (Map.Entry<String, String> broken : Map.of(
                        "volumes: ['/no/such/file:/x:ro']", "mounts /no/such/file, which does not exist",
                        "cap_drop: [EVERYTHING]", "names the capability 'EVERYTHING'",
                        "network_mode: 'service:other'", "has the network mode 'service:other'",
                        "logging: {driver: paper}", "has the log driver 'paper'")
                .entrySet()) {
            assertThatThrownBy(() -> lab.launch("services: {web: {WEB, " + broken.getKey() + "}}"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("the service 'web'")
                    .hasMessageContaining(broken.getValue());
        }
    }

    @Test
    void a_subnet_that_is_taken_is_told() {
        String yaml = "services: {web: {SLEEP, networks: [one]}}\n"
                + "networks: {one: {ipam: {config: [{subnet: 10.231.231.0/24}]}}}";
        try (var first = lab.launch(yaml)) {
            assertThatThrownBy(() -> lab.launch(yaml))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("The network 'one' cannot be made");
            assertThat(lab.madeBy(first.run())).hasSize(2);
        }
    }

    @Test
    void a_full_disk_is_told() throws Exception {
        Path small = Files.createDirectories(lab.state());
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: mounting a small file system needs root");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4k,nr_inodes=4,mode=700", "tmpfs", small.toString()));
        try {
            assertThatThrownBy(() -> lab.launch("services: {web: {SLEEP}}"))
                    .isInstanceOf(VersusException.class)
                    .hasMessageContaining("make room or name another folder by -Dversus.state=<folder>");
            assertThat(lab.leftovers()).isEmpty();
        } finally {
            run("umount", small.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void a_container_on_the_network_of_the_host_that_other_machines_reach_is_refused() {
        var onHost = new DockerEnvironment(lab.options()).with(Map.of("network", "host"));
        var listening = lab.define("""
                services:
                  web:
                    image: 'IMAGE'
                    command:
                      - python3
                      - -c
                      - import socket, time; s = socket.create_server(('', 0)); open('/tmp/up', 'w'); time.sleep(1000)
                    stop_signal: SIGKILL
                    healthcheck: {test: [CMD, test, -e, /tmp/up], interval: 500ms, timeout: 5s, retries: 60}
                """);

        assertThatThrownBy(() -> onHost.launch(listening))
                .isInstanceOf(DeploymentFailed.class)
                .hasMessageStartingWith("web-1 listens on 0.0.0.0:")
                .hasMessageContaining("python3");
    }
}
