package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.environment.fixture.Owner;
import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service in a container of runc is counted, limited, stopped and removed as one without. */
@Timeout(120)
class ImageTeardownIT {

    private static final String SLEEP = """
            services:
              a:
                image: IMAGE
                command: [python3, -c, 'import subprocess as s; s.Popen(["sleep", "999"], env={}); s.run(["sleep", "1000"])']
                stop_signal: SIGKILL
                mem_limit: 96m
            """.replace("IMAGE", Lab.IMAGE);

    @TempDir
    Path folder;

    private final HostProcesses processes = new HostProcesses();

    @BeforeEach
    void assumeImages() {
        new Lab(folder).assumeImages();
    }

    /** Launches for as long as it lives, in a JVM of its own that a test can kill. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            var lab = new Lab(folder);
            Owner.hold(lab.images().launch(lab.define(SLEEP)), folder);
        }
    }

    @Test
    void what_a_killed_owner_left_goes_at_the_next_start() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId killed = owner.awaitUp();
        owner.kill();
        assertThat(processes.carrying(killed)).hasSizeGreaterThanOrEqualTo(2);

        var lab = new Lab(folder);
        lab.launch("services: {next: {command: sleep 1000}}").close();

        assertNothingLeft(killed);
        assertThat(lab.runs()).isEmpty();
    }

    @Test
    void a_killed_runtime_leaves_nothing_after_its_run() {
        Deployment deployment = launch();
        ProcessHandle program = program(deployment);
        ProcessHandle runtime = program.parent().orElseThrow();
        assertThat(runtime.info().command())
                .hasValueSatisfying(file -> assertThat(file).endsWith("runc"));

        runtime.destroyForcibly();
        runtime.onExit().join();
        deployment.close();

        assertThat(processes.identify(program.pid())).isEmpty();
        assertNothingLeft(deployment.run());
    }

    @Test
    void a_killed_service_is_told_and_leaves_nothing_after_its_run() {
        Deployment deployment = launch();
        ProcessHandle runtime = program(deployment).parent().orElseThrow();

        program(deployment).destroyForcibly();
        runtime.onExit().join();

        assertThat(deployment.health(deployment.services().get(0)).answer()).isEqualTo("ended with exit code 137");
        deployment.close();
        assertNothingLeft(deployment.run());
    }

    @Test
    void its_use_is_counted_in_the_replicas_cgroup_and_limits_outlast_a_restart() {
        try (Deployment deployment = launch()) {
            deployment.restart("a");

            RunningService service = deployment.services().get(0);
            Optional<Cgroup> counted =
                    Cgroups.ofThisHost().ownOf(service.process().orElseThrow().pid(), "cpuacct", List.of());
            assertThat(counted).hasValueSatisfying(cgroup -> {
                assertThat(cgroup.folder()).endsWithRaw(Path.of("versus-" + deployment.run(), "a-1"));
                assertThat(cgroup.number("cpuacct.usage").orElse(1)).isPositive();
            });
            assertThat(Fingerprinting.of(deployment).get("a"))
                    .containsEntry("limit.memory", "96 MiB")
                    .containsEntry("program.name", "python")
                    .containsEntry("isolation.output", "pipe")
                    .containsEntry("isolation.user", "0");
        }
    }

    private Deployment launch() {
        var lab = new Lab(folder);
        return lab.images().launch(lab.define(SLEEP));
    }

    private static ProcessHandle program(Deployment deployment) {
        return ProcessHandle.of(
                        deployment.services().get(0).process().orElseThrow().pid())
                .orElseThrow();
    }

    private void assertNothingLeft(RunId run) {
        assertThat(processes.carrying(run)).isEmpty();
        assertThat(Lab.leftOf(run)).isEmpty();
        assertThat(Lab.said("cat /proc/mounts")).doesNotContain(run.value());
    }
}
