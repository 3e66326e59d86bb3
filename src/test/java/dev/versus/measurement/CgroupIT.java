package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real process in real cgroups that this test makes and removes, under a CPU limit of a fifth of a core. */
@Timeout(60)
class CgroupIT {

    private static final String NAME = "versus-it-" + ProcessHandle.current().pid();
    private static final double LIMIT = 0.2;

    /** Memory counts where it is first touched, so it waits until it stands in its cgroup. */
    private static final String PROGRAM = "read go; x=$(head -c 3000000 /dev/zero | tr '\\0' x); while :; do :; done";

    private final Cgroups cgroups = Cgroups.ofThisHost();
    private final List<Path> made = new ArrayList<>();

    @AfterEach
    void removeCgroups() throws Exception {
        for (Path folder : made) {
            for (int i = 0;
                    i < 100 && !Files.readString(folder.resolve("cgroup.procs")).isEmpty();
                    i++) {
                Thread.sleep(20);
            }
            Files.delete(folder);
        }
    }

    /** In version 1 a cgroup for each controller at its top, in version 2 one for all beside this process. */
    private void enclose(long pid) {
        for (String controller : List.of("cpu", "cpuacct", "memory", "blkio")) {
            Optional<Cgroup> found = cgroups.of(ProcessHandle.current().pid(), controller);
            assumeTrue(found.isPresent(), "needs cgroups with the controller " + controller);
            Cgroup here = found.orElseThrow();
            Path folder = here.top().resolve(NAME);
            try {
                if (!made.contains(folder)) {
                    Files.createDirectory(folder);
                    made.add(folder);
                }
                limit(folder, here.unified(), controller);
                Files.writeString(folder.resolve("cgroup.procs"), String.valueOf(pid));
            } catch (IOException e) {
                assumeTrue(false, "needs root, and cgroups that may be written: " + e);
            }
        }
    }

    private static void limit(Path folder, boolean unified, String controller) throws IOException {
        if (controller.equals("cpu")) {
            Files.writeString(
                    folder.resolve(unified ? "cpu.max" : "cpu.cfs_quota_us"), unified ? "20000 100000" : "20000");
        }
    }

    @Test
    void readsCpuMemoryAndThrottlingOfARealCgroup() throws Exception {
        Process busy = new ProcessBuilder("sh", "-c", PROGRAM).start();
        try {
            enclose(busy.pid());
            busy.getOutputStream().write('\n');
            busy.getOutputStream().flush();
            ServiceMeter meter = new ServiceMeter(() -> Map.of("busy-1", busy.pid()));
            Usage before = meter.read();
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(2);
            Consumption used = meter.read().since(before);
            double seconds = (System.nanoTime() - start) / 1e9;

            assertThat(used.accounts()).containsEntry("busy-1", Account.CGROUP);
            assertThat(used.cpu().services()).isBetween(0.2 * LIMIT * seconds, 1.5 * LIMIT * seconds);
            assertThat(used.throttledSeconds()).isGreaterThan(0.1);
            assertThat(used.memoryBytes().get("busy-1")).isBetween(3_000_000L, 50_000_000L);
            assertThat(used.counters()).hasEntrySatisfying("busy-1", counters -> {
                assertThat(counters.readBytes()).isPresent();
                assertThat(counters.receivedBytes())
                        .as("it shares this network")
                        .isEmpty();
            });
        } finally {
            busy.destroyForcibly().waitFor();
        }
    }
}
