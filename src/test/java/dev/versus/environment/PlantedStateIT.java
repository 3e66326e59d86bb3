package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What another user has planted where root keeps its state is not believed: what it names lives on, and nothing hangs. */
@Timeout(60)
class PlantedStateIT {

    private static final int SECOND_USER = 60_123;
    private static final RunId RUN = new RunId("abcd1234");

    @TempDir
    Path folder;

    private final HostProcesses processes = new HostProcesses();
    private StateFolder state = StateFolder.ofUser();
    private Process bystander;

    @BeforeEach
    void requireRoot() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can give files to another user");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: it takes the owners and processes of Linux");
        state = new StateFolder(folder.resolve("state"));
        bystander = new ProcessBuilder("sleep", "100").start();
    }

    @AfterEach
    void endBystander() {
        if (bystander != null) {
            bystander.destroyForcibly();
        }
    }

    private static Path foreign(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", SECOND_USER, LinkOption.NOFOLLOW_LINKS);
        return path;
    }

    private static Path mode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
        return path;
    }

    private void assertRefused(StateFolder planted) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(planted::prepare)
                .withMessageContaining("state folder " + planted.root())
                .withMessageContaining("-Dversus.state=<folder>");
    }

    @Test
    void a_state_folder_of_another_user_is_refused() throws IOException {
        foreign(Files.createDirectory(state.root()));
        assertRefused(state);
    }

    @Test
    void a_link_as_the_state_folder_is_refused() throws IOException {
        Files.createSymbolicLink(state.root(), Files.createDirectory(folder.resolve("elsewhere")));
        assertRefused(state);
    }

    @Test
    void a_link_of_another_user_on_the_way_to_it_is_refused() throws IOException {
        mode(folder, 01777);
        Files.createDirectories(folder.resolve("elsewhere/state"));
        foreign(Files.createSymbolicLink(folder.resolve("way"), folder.resolve("elsewhere")));
        assertRefused(new StateFolder(folder.resolve("way/state")));
    }

    @Test
    void a_folder_of_another_user_on_the_way_to_it_is_refused() throws IOException {
        Files.createDirectories(
                foreign(Files.createDirectory(folder.resolve("way"))).resolve("state"));
        assertRefused(new StateFolder(folder.resolve("way/state")));
    }

    @Test
    void a_state_folder_that_everybody_may_write_to_is_refused() throws IOException {
        mode(Files.createDirectory(state.root()), 01777);
        assertRefused(state);
    }

    @Test
    void a_state_folder_that_a_foreign_group_may_write_to_is_refused() throws IOException {
        Files.setAttribute(Files.createDirectory(state.root()), "unix:gid", SECOND_USER);
        mode(state.root(), 0770);
        assertRefused(state);
    }

    /** A run whose owner is dead, and whose journal names the bystander as its own process. */
    private Path deadRun() throws IOException {
        Run.open(state, RUN, HostileJournalIT.deadOwner(processes));
        Files.writeString(state.of(RUN).resolve("journal"), line());
        return state.of(RUN);
    }

    private String line() {
        ProcessIdentity process = processes.identify(bystander.pid()).orElseThrow();
        return "process " + process.asText() + " KILL web-1\n";
    }

    private void sweep() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                new Leftovers(state, processes, Removal.real(processes, Ticker.real()), Clock.systemUTC()).sweep();
            } catch (VersusException refused) {
                assertThat(refused).hasMessageContaining(state.root().toString());
            }
        });
    }

    @Test
    void a_run_of_this_user_is_swept_with_the_process_that_it_names() throws IOException {
        Path run = deadRun();
        sweep();
        assertThat(run).doesNotExist();
        assertThat(bystander.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_run_folder_of_another_user_is_not_believed() throws IOException {
        Path run = foreign(deadRun());
        sweep();
        assertThat(bystander.isAlive()).isTrue();
        assertThat(run.resolve("journal")).exists();
    }

    @Test
    void a_run_folder_that_others_may_write_to_is_not_believed() throws IOException {
        Path run = mode(deadRun(), 0777);
        sweep();
        assertThat(bystander.isAlive()).isTrue();
        assertThat(run.resolve("journal")).exists();
    }

    @Test
    void a_run_folder_that_is_a_link_is_not_believed() throws IOException {
        Path elsewhere = Files.move(deadRun(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(state.of(RUN), elsewhere);
        sweep();
        assertThat(bystander.isAlive()).isTrue();
        assertThat(elsewhere.resolve("journal")).exists();
    }

    @Test
    void a_journal_that_is_a_link_is_not_read() throws IOException {
        Path journal = deadRun().resolve("journal");
        Files.createSymbolicLink(journal, Files.move(journal, folder.resolve("elsewhere")));
        sweep();
        assertThat(bystander.isAlive()).isTrue();
        assertThat(folder.resolve("elsewhere")).hasContent(line());
    }

    @Test
    void an_owner_that_is_a_link_is_not_read() throws IOException {
        Path owner = deadRun().resolve("owner");
        Files.createSymbolicLink(owner, Files.move(owner, folder.resolve("elsewhere")));
        sweep();
        assertThat(bystander.isAlive()).isTrue();
    }

    @Test
    void a_journal_or_an_owner_that_is_a_pipe_does_not_hold_the_sweep_up() throws Exception {
        Path run = deadRun();
        for (String name : new String[] {"journal", "owner"}) {
            Path pipe = run.resolve(name);
            Files.deleteIfExists(pipe);
            Files.createDirectories(run);
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
            try {
                sweep();
            } finally {
                endReaders(pipe);
            }
        }
        assertThat(bystander.isAlive()).isTrue();
    }

    /** Who waits for a writer goes on once there was one. */
    private static void endReaders(Path pipe) throws IOException {
        if (Files.exists(pipe)) {
            new RandomAccessFile(pipe.toFile(), "rw").close();
        }
    }

    @Test
    void the_state_folder_is_made_for_its_user_alone() throws IOException {
        state.prepare();
        assertThat(Files.getPosixFilePermissions(state.root())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
