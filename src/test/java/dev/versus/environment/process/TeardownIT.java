package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunId;
import dev.versus.environment.fixture.Owner;
import dev.versus.environment.host.RootUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TeardownIT {

    private static final String STORES_AND_TREES = """
            services:
              store: {image: postgres, environment: {POSTGRES_PASSWORD: p}}
              cache: {image: redis}
              tree: {command: sh -c 'sh -c "sleep 1000 & sleep 1000" & wait'}
              orphan: {command: sh -c '(setsid sleep 1000 &) ; sleep 1000'}
            """;

    /** PostgreSQL with its first children, Redis, and seven processes of shells. */
    private static final int ALL = 12;

    @TempDir
    Path folder;

    private final HostProcesses processes = new HostProcesses();

    @Test
    void closing_ends_whole_trees_and_what_ignores_its_signal() {
        RunId run;
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  tree: {command: sh -c 'sh -c "sleep 1000 & sleep 1000" & wait'}
                  orphan: {command: sh -c '(setsid sleep 1000 &) ; sleep 1000'}
                  deaf: {command: "sh -c 'trap \\"\\" TERM; while :; do sleep 1; done'", stop_grace_period: 300ms}
                """)) {
            run = deployment.run();
            assertThat(processes.carrying(run)).hasSizeGreaterThanOrEqualTo(7);
        }
        assertThat(processes.carrying(run)).isEmpty();
    }

    /** Launches for as long as it lives, in a JVM of its own that a test can kill. */
    static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Owner.hold(new Systems(folder).launch(STORES_AND_TREES), folder);
        }
    }

    @Test
    void what_a_killed_owner_left_goes_at_the_next_start_and_nothing_else_does() throws Exception {
        var systems = new Systems(folder);
        Process lookAlike = new ProcessBuilder("sleep", "1000").start();
        try (Deployment bystander = systems.launch("services: {other: {command: sleep 1000}}")) {
            RunId orphaned = killedRun();
            Set<ProcessIdentity> left = all(orphaned);
            assertThat(left).hasSizeGreaterThanOrEqualTo(ALL);
            Path home = Path.of("/var/lib/versus/engines", orphaned + "-store-1");
            assertThat(Files.exists(home)).isEqualTo(RootUser.isRunning());

            systems.launch("services: {next: {command: sleep 1000}}").close();

            assertThat(left).noneMatch(processes::isAlive);
            assertThat(home).doesNotExist();
            assertThat(processes.carrying(orphaned)).isEmpty();
            assertThat(runs()).containsExactly("run-" + bystander.run());
            assertThat(processes.carrying(bystander.run())).hasSize(1);
            assertThat(lookAlike.isAlive()).isTrue();
        } finally {
            lookAlike.destroyForcibly();
        }
    }

    private RunId killedRun() throws IOException, InterruptedException {
        Owner owner = Owner.start(Launching.class, folder);
        RunId run = owner.awaitUp();
        owner.kill();
        return run;
    }

    /** PostgreSQL's children write their title over the environment that they carry: they are found from their parent. */
    private Set<ProcessIdentity> all(RunId run) {
        return processes.carrying(run).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), processes.descendants(process).stream()))
                .collect(Collectors.toSet());
    }

    private List<String> runs() {
        try (Stream<Path> entries = Files.list(folder.resolve("state"))) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.equals("failures"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void an_owner_that_is_asked_to_end_takes_its_run_down() throws Exception {
        Owner owner = Owner.start(Launching.class, folder);
        try (Deployment own = new Systems(folder).launch("services: {other: {command: sleep 1000}}")) {
            RunId run = owner.awaitUp();
            Set<ProcessIdentity> started = all(run);

            assertThat(owner.endsWhenAsked()).isTrue();
            assertThat(started).hasSizeGreaterThanOrEqualTo(ALL).noneMatch(processes::isAlive);
            assertThat(runs()).containsExactly("run-" + own.run());
        }
    }
}
