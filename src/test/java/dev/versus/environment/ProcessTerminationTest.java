package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.ProcessTermination.Mortal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTerminationTest {

    private static final RunId RUN = new RunId("abcd1234");

    private final FakeProcesses processes = new FakeProcesses();
    private final FakePace ticker = new FakePace();

    private void stop(ProcessIdentity... started) {
        List<Mortal> mortals = List.of(started).stream()
                .map(process -> new Mortal(process, "TERM", Duration.ofSeconds(2)))
                .toList();
        new ProcessTermination(processes, ticker).stop(RUN, mortals);
    }

    @Test
    void the_last_one_started_is_the_first_one_stopped() {
        stop(processes.start(1), processes.start(2));

        assertThat(processes.signals).startsWith("TERM 2", "TERM 1");
    }

    @Test
    void a_child_that_outlives_its_parent_is_killed() {
        ProcessIdentity parent = processes.start(1);
        processes.children.put(1L, processes.start(5));

        stop(parent);

        assertThat(processes.signals).containsExactly("TERM 1", "KILL 5", "shm 2");
    }

    @Test
    void what_does_not_listen_is_killed_after_its_grace_period() {
        ProcessIdentity deaf = processes.start(1);
        processes.deaf.add(deaf);

        stop(deaf);

        assertThat(processes.signals).startsWith("TERM 1", "KILL 1");
        assertThat(Duration.ofNanos(ticker.nanos)).isEqualTo(Duration.ofSeconds(2));
    }
}
