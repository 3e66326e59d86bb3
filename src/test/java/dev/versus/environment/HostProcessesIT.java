package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes of this host and of another namespace of process ids. */
class HostProcessesIT {

    private static final String FIRST_NAMESPACE = "pid:[4026531836]";

    private final HostProcesses processes = new HostProcesses();
    private Process other;

    @BeforeEach
    void startInAnotherNamespace() throws IOException, InterruptedException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "only root can make a namespace of process ids");
        assumeTrue(
                Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString().equals(FIRST_NAMESPACE),
                "this JVM is in a namespace of its own: it cannot see who is in others");
        other = new ProcessBuilder("unshare", "--pid", "--fork", "--kill-child", "sleep", "60").start();
        for (int i = 0; i < 100 && other.descendants().findAny().isEmpty(); i++) {
            Thread.sleep(20);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly();
            assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** An owner as it calls itself within its namespace, where its id is 1. */
    private ProcessIdentity ownerThere() throws IOException {
        long pid = other.descendants().findFirst().orElseThrow().pid();
        String namespace = Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/pid"))
                .toString()
                .replaceAll("\\D", "");
        String own = processes.self().started();
        return new ProcessIdentity(1, "77" + own.substring(own.indexOf('@'), own.indexOf('/') + 1) + namespace);
    }

    @Test
    void an_owner_in_another_namespace_lives_until_nobody_is_in_it_any_more() throws IOException, InterruptedException {
        ProcessIdentity owner = ownerThere();
        assertThat(processes.isAlive(owner)).isFalse();
        assertThat(processes.hasEnded(owner)).isFalse();

        end();
        for (int i = 0; i < 250 && !processes.hasEnded(owner); i++) {
            Thread.sleep(20);
        }
        assertThat(processes.hasEnded(owner)).isTrue();
    }

    @Test
    void an_owner_of_another_boot_has_ended() {
        String namespace = processes.self().started().replaceFirst(".*/", "");
        assertThat(processes.hasEnded(new ProcessIdentity(1, "77@00000000/" + namespace)))
                .isTrue();
        assertThat(processes.hasEnded(new ProcessIdentity(1, "77@00000000/4026000000")))
                .isTrue();
    }
}
