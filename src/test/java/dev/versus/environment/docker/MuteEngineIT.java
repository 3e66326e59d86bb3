package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Made;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import dev.versus.environment.Ticker;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that accepts every connection and says nothing: whoever asks it gives up within seconds, and forgets nothing. */
@Timeout(20)
class MuteEngineIT {

    private static final String SENTENCE = "it accepted a connection and did not answer within 5 s";

    @TempDir
    Path folder;

    private ServerSocketChannel socket;
    private DockerEngine engine;

    @BeforeEach
    void listen() throws IOException {
        Path path = folder.resolve("mute.sock");
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        engine = DockerEngine.at(URI.create("unix://" + path));
        var acceptor = new Thread(this::acceptAll, "mute-engine");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void acceptAll() {
        List<SocketChannel> open = new ArrayList<>();
        try {
            while (true) {
                open.add(socket.accept());
            }
        } catch (IOException closed) {
            open.forEach(MuteEngineIT::close);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            throw new AssertionError(closed);
        }
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
    }

    /** A run whose owner is dead, with four things at this engine. */
    private Run abandonedRun() {
        var state = new StateFolder(folder.resolve("state"));
        Run run = Run.open(state, new RunId("abandon1"), new ProcessIdentity(4_194_304, "never@nowhere"));
        run.recordMaking(List.of(
                new Made(NetworkRemover.KIND, ContainerRemover.name(engine, "versus-abandon1-frontend")),
                new Made(VolumeRemover.KIND, ContainerRemover.name(engine, "versus-abandon1-data")),
                new Made(ContainerRemover.KIND, ContainerRemover.name(engine, "versus-abandon1-web-1")),
                new Made(ContainerRemover.KIND, ContainerRemover.name(engine, "versus-abandon1-web-2"))));
        return run;
    }

    @Test
    void it_is_told_as_what_it_is() {
        String words = "no engine answers at " + engine.address() + ": " + SENTENCE;

        assertThat(engine.look()).isEqualTo(new DockerEngine.Answer(false, words));
    }

    @Test
    void a_sweep_ends_and_keeps_the_record_of_what_it_could_not_remove() throws IOException {
        Path journal = folder.resolve("state/run-" + abandonedRun().id() + "/journal");
        String before = Files.readString(journal);
        var processes = new HostProcesses();
        var removal = Removal.real(processes, Ticker.real());
        var state = new StateFolder(folder.resolve("state"));

        assertThat(new Leftovers(state, processes, removal, Clock.systemUTC()).sweep())
                .isEmpty();

        assertThat(Files.readString(journal)).isEqualTo(before);
    }

    @Test
    void a_launch_ends_after_its_sweep_and_says_so() {
        String run = "run-" + abandonedRun().id();
        var lab = new Lab(folder, engine);

        assertThatThrownBy(() -> lab.launch("services: {web: {SLEEP}}"))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining(SENTENCE);
        assertThat(lab.leftovers()).containsExactly(lab.state().resolve(run));
    }

    @Test
    void a_question_that_follows_at_once_does_not_wait_again() {
        assertThat(engine.look().answers()).isFalse();
        long start = System.nanoTime();

        assertThat(engine.look().words()).endsWith(SENTENCE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
