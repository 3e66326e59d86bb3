package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.RunId;
import dev.versus.environment.fixture.Owner;
import dev.versus.environment.process.ProcessEnvironment;
import dev.versus.environment.process.ProcessOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a run is left after its end, nor after the next start if it was killed; and nothing of others is touched. */
@Timeout(120)
class TeardownIT {

    private static final String STORE_AND_ORPHAN = """
            services:
              store: {image: postgres, environment: {POSTGRES_PASSWORD: p}}
              orphan: {command: sh -c '(setsid env -i sleep 1000 &) ; sleep 1000'}
            """;

    @TempDir
    Path folder;

    private final LookAlikes foreign = new LookAlikes();
    private final HostProcesses processes = new HostProcesses();

    @BeforeEach
    void assumeNamespaces() {
        Lab.assumeNamespaces();
    }

    @AfterEach
    void removeForeign() {
        foreign.close();
    }

    /** Launches for as long as it lives, in a JVM of its own that a test can kill. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Owner.hold(new Lab(folder).launch(STORE_AND_ORPHAN), folder);
        }
    }

    @Test
    void what_a_killed_owner_left_goes_at_the_next_start_of_any_environment_and_nothing_else_does() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId killed = owner.awaitUp();
        foreign.plant(new RunNames(killed).group());
        owner.kill();
        List<String> before = foreign.look();
        assertThat(Lab.leftOf(killed)).hasSizeGreaterThan(5);
        assertThat(processes.carrying(killed)).isNotEmpty();

        var lab = new Lab(folder);
        var next = new ProcessEnvironment(ProcessOptions.defaults().state(lab.state()));
        next.launch(lab.define("services: {next: {command: sleep 1000}}")).close();

        assertThat(Lab.leftOf(killed)).isEmpty();
        assertThat(processes.carrying(killed)).isEmpty();
        assertThat(lab.runs()).isEmpty();
        assertThat(foreign.look()).isEqualTo(before);
    }

    @Test
    void a_process_that_sheds_its_environment_and_its_parent_ends_with_its_run() {
        var lab = new Lab(folder);
        Deployment deployment = lab.launch(STORE_AND_ORPHAN);
        String members = "find /sys/fs/cgroup -path *versus-" + deployment.run() + "/orphan-1/cgroup.procs";
        String first = Lab.said(members).lines().findFirst().orElseThrow();
        List<Long> pids = Lab.said("cat " + first).lines().map(Long::valueOf).toList();

        deployment.close();

        assertThat(pids)
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(pid -> processes.identify(pid).isPresent());
        assertThat(Lab.leftOf(deployment.run())).isEmpty();
    }

    @Test
    void an_owner_that_is_asked_to_end_takes_its_run_down() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        RunId run = owner.awaitUp();

        assertThat(owner.endsWhenAsked()).isTrue();
        assertThat(Lab.leftOf(run)).isEmpty();
        assertThat(new Lab(folder).runs()).isEmpty();
    }
}
