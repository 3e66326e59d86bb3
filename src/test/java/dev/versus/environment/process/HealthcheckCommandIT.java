package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunId;
import dev.versus.environment.fixture.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are run beside a service, and are no more trusted than it is. */
@Timeout(60)
class HealthcheckCommandIT {

    /** Healthy at once, and its healthcheck hangs as soon as there is a file {@code slow}. */
    private static final String SLOW = """
            services:
              web:
                command: sleep 1000
                healthcheck: {test: 'test ! -e slow || sleep 1000', timeout: 1000s}
            """;

    private static final Set<String> ALLOWED = Set.of(
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "TZ",
            "LD_LIBRARY_PATH",
            "PATH",
            "JAVA_HOME",
            RunId.VARIABLE,
            "OWN",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "_");

    @TempDir
    Path folder;

    private final HostProcesses processes = new HostProcesses();

    private static Set<String> names(String variables) {
        return Arrays.stream(variables.split("\0", -1))
                .filter(line -> line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
    }

    @Test
    void they_see_the_services_variables_and_none_of_the_harness() throws IOException {
        var ofTheHarness = new HashSet<>(System.getenv().keySet());
        ofTheHarness.removeAll(ALLOWED);
        assumeTrue(!ofTheHarness.isEmpty(), "this JVM has no variable that a service must not see");
        String yaml = """
                services:
                  web:
                    command: sleep 1000
                    environment: {OWN: its own}
                    healthcheck: {test: [CMD, sh, -c, 'cat /proc/self/environ > seen']}
                """;
        try (Deployment deployment = new Systems(folder).launch(yaml)) {
            String asked = deployment
                    .ask(deployment.services().get(0), List.of("cat", "/proc/self/environ"))
                    .orElseThrow();

            for (String seen : List.of(Files.readString(folder.resolve("system/seen")), asked)) {
                assertThat(names(seen)).contains("OWN", RunId.VARIABLE).isSubsetOf(ALLOWED);
                assertThat(seen).contains(RunId.VARIABLE + "=" + deployment.run());
            }
        }
    }

    /** The service itself, and then its healthcheck. */
    private Set<ProcessIdentity> awaitHealthcheck(RunId run) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Set<ProcessIdentity> carrying = processes.carrying(run);
            if (carrying.size() > 1) {
                return carrying;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no healthcheck that carries the run's id");
    }

    private static void askForever(Deployment deployment, Path folder) throws IOException {
        Files.createFile(folder.resolve("system/slow"));
        var asking = new Thread(() -> deployment.health(deployment.services().get(0)), "test-asks-for-health");
        asking.setDaemon(true);
        asking.start();
    }

    @Test
    void one_that_hangs_is_gone_when_the_launch_is_taken_down() throws Exception {
        Set<ProcessIdentity> all;
        try (Deployment deployment = new Systems(folder).launch(SLOW)) {
            askForever(deployment, folder);
            all = awaitHealthcheck(deployment.run());
        }
        assertThat(all).noneMatch(processes::isAlive);
    }

    /** Launches and asks for its health, in a JVM of its own that a test can kill. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Deployment deployment = new Systems(folder).launch(SLOW);
            askForever(deployment, folder);
            Owner.hold(deployment, folder);
        }
    }

    @Test
    void one_that_hangs_when_the_harness_is_killed_is_gone_after_the_next_sweep() throws Exception {
        Owner owner = Owner.start(Asking.class, folder);
        RunId run = owner.awaitUp();
        Set<ProcessIdentity> all = awaitHealthcheck(run);
        owner.kill();
        assertThat(all).allMatch(processes::isAlive);

        new Systems(folder).launch("services: {next: {command: sleep 1000}}").close();

        assertThat(all).noneMatch(processes::isAlive);
    }
}
