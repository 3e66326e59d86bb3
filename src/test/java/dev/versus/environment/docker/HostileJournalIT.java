package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Made;
import dev.versus.environment.Pace;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a journal names, a sweep removes nothing that another run has an engine make, and asks no engine of another machine. */
@Timeout(120)
class HostileJournalIT {

    private static final RunId DEAD = new RunId("abcd1234");
    private static final List<String> KINDS = List.of("container", "docker-network", "docker-volume");

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void open() {
        Lab.assumeDocker();
        lab = new Lab(folder);
    }

    private void sweep(List<Made> written) {
        var processes = new HostProcesses();
        var state = new StateFolder(folder.resolve("dead"));
        ProcessIdentity self = processes.self();
        var dead = new ProcessIdentity(self.pid(), self.started().replaceFirst("^\\d+", "1"));
        Run.open(state, DEAD, dead).recordMaking(written);
        new Leftovers(state, processes, Removal.real(processes, Pace.real()), Clock.systemUTC()).sweep();
    }

    @Test
    void containers_networks_and_volumes_of_another_run_stay() {
        try (Deployment bystander =
                lab.launch("services: {web: {SLEEP, volumes: ['data:/data']}}\nvolumes: {data: {}}")) {
            List<String> theirs = lab.madeBy(bystander.run());
            assertThat(theirs).hasSize(KINDS.size());

            sweep(KINDS.stream().flatMap(kind -> named(kind, theirs)).toList());

            assertThat(lab.madeBy(bystander.run())).isEqualTo(theirs);
            assertThat(bystander.services().get(0).process().orElseThrow())
                    .matches(new HostProcesses()::isAlive, "is the process of the container, which lives");
        }
    }

    private Stream<Made> named(String kind, List<String> names) {
        return names.stream().map(name -> new Made(kind, lab.engine().address() + " " + name));
    }

    @Test
    void an_engine_at_a_port_is_not_asked() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> count(server, asked), "engine");
            thread.start();
            String engine = "tcp://127.0.0.1:" + server.getLocalPort();
            var written = new ArrayList<Made>();
            for (String kind : KINDS) {
                written.add(new Made(kind, engine + " x"));
                written.add(new Made(kind, engine + " versus-" + DEAD + "-web-1"));
            }

            sweep(written);

            assertThat(asked).hasValue(0);
        }
    }

    private static void count(ServerSocket server, AtomicInteger asked) {
        try {
            while (true) {
                server.accept().close();
                asked.incrementAndGet();
            }
        } catch (IOException closed) {
            return;
        }
    }
}
