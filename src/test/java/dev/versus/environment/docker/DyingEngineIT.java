package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.versus.environment.Deployment;
import dev.versus.environment.image.EngineUnavailable;
import dev.versus.environment.image.RunLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An engine that dies while a system starts, or while it is up: one sentence, and nothing left once the engine is there again. */
@Timeout(180)
class DyingEngineIT {

    private static final String SLEEP =
            "image: '" + OwnEngine.IMAGE + "', command: [/bin/sleep, '1000'], network_mode: none, stop_signal: SIGKILL";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private OwnEngine own;
    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        own = OwnEngine.in(Files.createDirectories(folder.resolve("engine")));
        lab = new Lab(folder, own.engine());
    }

    @AfterEach
    void stop() throws Exception {
        if (own != null) {
            own.end();
        }
    }

    private void assertThatTheNextStartSweeps() throws Exception {
        own.startAgain();
        assertThatALaunchSweeps();
    }

    private void assertThatALaunchSweeps() throws Exception {
        endTheOwner();
        lab.launch("services: {next: {" + SLEEP + "}}").close();
        assertThat(lab.leftovers()).isEmpty();
        assertThat(lab.labelled(RunLabels.RUN)).isEmpty();
    }

    /** A run is swept once its owner has ended; it is this JVM, so another process is written down in its place. */
    private void endTheOwner() throws IOException {
        for (Path run : lab.leftovers()) {
            Files.writeString(run.resolve("owner"), "4194304 never@nowhere");
        }
    }

    @Test
    void dying_while_a_system_starts_is_told_at_once() throws Exception {
        String never = "services: {sick: {" + SLEEP
                + ", healthcheck: {test: [CMD, /bin/sleep, x], interval: 10s, timeout: 5s, retries: 10}}}";
        CompletableFuture<Throwable> launch =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> lab.launch(never)));
        for (int i = 0; i < 300 && lab.labelled(RunLabels.RUN).isEmpty(); i++) {
            Thread.sleep(50);
        }
        Thread.sleep(500);

        own.kill();

        assertThat(launch.get(60, TimeUnit.SECONDS))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining("./versus provision docker");
        assertThat(lab.leftovers()).hasSize(1);
        assertThatTheNextStartSweeps();
    }

    @Test
    void dying_while_a_system_is_up_makes_it_unhealthy_and_closing_leaves_it_for_later() throws Exception {
        Deployment deployment = lab.launch("services: {web: {" + SLEEP + "}}");
        own.kill();
        assertThat(deployment.ask(deployment.services().get(0), List.of("/bin/sleep", "0")))
                .isEmpty();
        deployment.close();
        assertThat(lab.leftovers()).hasSize(1);
        assertThatTheNextStartSweeps();
    }

    @Test
    void falling_silent_while_a_system_is_up_does_not_keep_its_closing() throws Exception {
        Deployment deployment = lab.launch("services: {web: {" + SLEEP + "}, db: {" + SLEEP + "}}");
        own.halt();
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(45), deployment::close);
            assertThat(lab.leftovers()).hasSize(1);
        } finally {
            own.goOn();
        }
        assertThatALaunchSweeps();
    }
}
