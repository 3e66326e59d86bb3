package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.versus.cli.keeper.KeptSystem;
import dev.versus.cli.keeper.KeptSystems;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Ports;
import dev.versus.environment.StateFolder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Systems that stay up between commands. */
@Timeout(180)
class BackgroundIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private VersusProcess versus;

    @BeforeEach
    void prepare() {
        versus = new VersusProcess(folder, Map.of());
    }

    @AfterEach
    void takeDownWhatATestLeft() throws Exception {
        for (KeptSystem kept : up()) {
            versus.run("down", kept.run().value());
        }
    }

    private List<KeptSystem> up() {
        return new KeptSystems(new StateFolder(versus.state()), new HostProcesses()).all();
    }

    private KeptSystem start(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("up", "ruler", "--detach"));
        arguments.addAll(List.of(more));
        List<KeptSystem> before = up();
        CommandLineRun run = versus.run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        KeptSystem started =
                up().stream().filter(kept -> !before.contains(kept)).findFirst().orElseThrow();
        assertThat(run.out()).contains("null-server-1 " + address(started)).contains("ruler is up in the background");
        return started;
    }

    private static URI address(KeptSystem system) {
        return system.replicas().get(0).address().orElseThrow();
    }

    private static int status(URI address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve("/health").toURL().openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(2_000);
        return connection.getResponseCode();
    }

    private static void kill(KeptSystem system) {
        ProcessHandle keeper = ProcessHandle.of(system.keeper().pid()).orElseThrow();
        keeper.destroyForcibly();
        keeper.onExit().join();
    }

    @Test
    void a_system_in_the_background_answers_commands_until_it_is_taken_down() throws Exception {
        KeptSystem ruler = start();
        assertThat(status(address(ruler))).isEqualTo(200);

        CommandLineRun test = versus.run("test");
        assertThat(test.exitCode()).as(test.err()).isZero();
        assertThat(test.out()).startsWith("null-server-1").contains("healthy");
        assertThat(versus.run("logs").out()).contains("null-server listens");
        assertThat(versus.run("stats", "--count", "2", "--interval", "200ms").out())
                .containsPattern(
                        "service +CPU % +memory MiB +received KiB/s .*\\Rnull-server-1 +\\d+\\.\\d +[1-9]\\d*\\.\\d ")
                .hasLineCount(5);

        CommandLineRun down = versus.run("down", "ruler");
        assertThat(down.exitCode()).as(down.err()).isZero();
        assertThat(down.out()).isEqualToNormalizingNewlines(ruler + " is down\n");
        assertThatIOException().isThrownBy(() -> status(address(ruler)));
        assertThat(versus.state()).isEmptyDirectory();
    }

    @Test
    void a_service_that_there_is_not_gets_one_sentence() throws Exception {
        start();
        String sentence = "Versus: The system 'ruler' has no service 'gateway'; it has null-server.";
        assertThat(versus.run("test", "gateway"))
                .isEqualTo(new CommandLineRun(Main.BAD_INPUT, "", sentence + System.lineSeparator()));
        assertThat(versus.run("logs", "gateway").exitCode()).isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void a_sample_of_what_it_uses_has_sensible_bounds() throws Exception {
        start();
        assertThat(versus.run("stats", "--count", "0").err().strip())
                .isEqualTo("Versus: --count=0: expected a number of samples from 1.");
        assertThat(versus.run("stats", "--interval", "1").err().strip())
                .isEqualTo("Versus: --interval=1: expected a duration from 100ms to 1h.");
    }

    @Test
    void of_two_systems_one_must_be_named() throws Exception {
        KeptSystem one = start();
        KeptSystem other = start();

        CommandLineRun unclear = versus.run("down");
        assertThat(unclear.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(unclear.err())
                .startsWith("Versus: 2 systems are up that could be meant: ")
                .contains(one.toString(), other.toString())
                .hasLineCount(1);

        assertThat(versus.run("down", one.run().value()).exitCode()).isZero();
        assertThat(versus.run("test").exitCode()).isZero();
        assertThat(up()).containsExactly(other);
    }

    @Test
    void what_a_killed_keeper_has_left_is_told_and_goes_with_down() throws Exception {
        KeptSystem ruler = start();
        kill(ruler);
        assertThat(status(address(ruler))).isEqualTo(200);

        CommandLineRun test = versus.run("test");
        assertThat(test.exitCode()).isEqualTo(Main.FAILED);
        assertThat(test.err())
                .startsWith("Versus: The keeper of " + ruler)
                .contains("has died: versus down removes what it left")
                .hasLineCount(1);

        CommandLineRun down = versus.run("down");
        assertThat(down.exitCode()).as(down.err()).isZero();
        assertThat(down.out()).contains("its keeper had died, and what it left was removed");
        assertThatIOException().isThrownBy(() -> status(address(ruler)));
        assertThat(versus.state()).isEmptyDirectory();
    }

    @Test
    void what_a_killed_keeper_has_left_goes_with_the_next_start() throws Exception {
        KeptSystem killed = start();
        kill(killed);
        KeptSystem next = start();
        assertThat(up()).containsExactly(next);
        assertThatIOException().isThrownBy(() -> status(address(killed)));
    }

    @Test
    void a_start_that_fails_tells_why_and_leaves_nothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = versus.run("up", "ruler", "-d", "--port", "null-server=" + taken.getLocalPort());
            assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
            assertThat(run.err())
                    .contains("Versus: The port " + taken.getLocalPort()
                            + ", which the service 'null-server' is to have, is taken")
                    .doesNotContain("Exception");
        }
        assertThat(versus.state()).isEmptyDirectory();
    }

    @Test
    void a_service_has_the_port_that_was_asked_for() throws Exception {
        int port = new Ports(new SecureRandom()).free(1).get(0);
        KeptSystem ruler = start("--port", "null-server=" + port);
        assertThat(address(ruler)).hasPort(port);
        assertThat(status(address(ruler))).isEqualTo(200);
    }

    @Test
    void a_service_that_is_started_anew_has_its_address_and_another_process() throws Exception {
        KeptSystem before = start();

        CommandLineRun restart = versus.run("restart", "null-server");

        assertThat(restart.exitCode()).as(restart.err()).isZero();
        assertThat(restart.out()).isEqualToNormalizingNewlines("null-server-1 was started anew and is healthy\n");
        KeptSystem after = up().get(0);
        assertThat(after.run()).isEqualTo(before.run());
        assertThat(address(after)).isEqualTo(address(before));
        assertThat(after.replicas().get(0).process())
                .isNotEqualTo(before.replicas().get(0).process());
        assertThat(status(address(after))).isEqualTo(200);
        assertThat(versus.run("down").exitCode()).isZero();
        assertThatIOException().isThrownBy(() -> status(address(after)));
    }

    @Test
    void clean_takes_down_what_is_up_and_leaves_no_state() throws Exception {
        KeptSystem ruler = start();
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Path postgres = Files.createDirectories(cache.resolve("postgres-1"));

        CommandLineRun unasked = versus.with("versus.cache", cache).run("clean", "--environment", "process");
        assertThat(unasked.exitCode()).isEqualTo(Main.FAILED);
        assertThat(unasked.out()).contains("system " + ruler, postgres.toString(), "nothing was removed");
        assertThat(status(address(ruler))).isEqualTo(200);

        CommandLineRun clean = versus.with("versus.cache", cache).run("clean", "--environment", "process", "--yes");
        assertThat(clean.exitCode()).as(clean.err()).isZero();
        assertThat(clean.out()).contains("removed system " + ruler);
        assertThat(versus.state()).doesNotExist();
        assertThat(postgres).doesNotExist();
        assertThatIOException().isThrownBy(() -> status(address(ruler)));
    }

    @Test
    void where_nothing_is_up_commands_say_so() throws Exception {
        CommandLineRun run = versus.run("down");
        assertThat(run.exitCode()).isEqualTo(Main.FAILED);
        assertThat(run.err().strip()).isEqualTo("Versus: Nothing is up: versus up <system> --detach starts a system.");
    }
}
