package dev.versus.environment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.linux.FakeHost;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for a program from outside, on machines with cgroups of either version. */
class SurroundingTraitsTest {

    private static final String STATUS =
            "Name:\tx\nUid:\t65534\t65534\t65534\t65534\nSeccomp:\t2\nCpus_allowed_list:\t0-1\n";
    private static final String LIMITS = """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             96000                96000                processes
            Max open files            1024                 1048576              files
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static FakeDeployment on(FakeHost host) {
        return new FakeDeployment(host)
                .running("/opt/x/java", "java")
                .file("status", STATUS)
                .file("limits", LIMITS);
    }

    @Test
    void theTightestLimitOfVersion2CountsWhereverItIsSet() {
        FakeDeployment deployment = on(FakeHost.ofVersion2(folder)
                .process(FakeDeployment.PID, 1, "0::/slice/web")
                .write("cgroup/slice/web/cpu.max", "max 100000\n")
                .write("cgroup/slice/cpu.max", "50000 100000\n")
                .write("cgroup/slice/web/memory.max", "335544320\n")
                .write("cgroup/slice/memory.max", "max\n"));
        assertThat(new ResourceLimits().of(deployment.inspected()))
                .isEqualTo(Map.of(
                        "limit.cpu",
                        "0.5",
                        "limit.memory",
                        "320 MiB",
                        "limit.cpu-set",
                        "0-1",
                        "limit.open-files",
                        "1024"));
    }

    @Test
    void version1SaysNoneByImpossibleNumbers() {
        FakeDeployment deployment = on(FakeHost.ofVersion1(folder, "cpu", "memory")
                .process(FakeDeployment.PID, 1, "2:memory:/web", "1:cpu:/web")
                .write("cgroup/cpu/web/cpu.cfs_quota_us", "-1\n")
                .write("cgroup/cpu/web/cpu.cfs_period_us", "100000\n")
                .write("cgroup/memory/web/memory.limit_in_bytes", "9223372036854771712\n"));
        assertThat(new ResourceLimits().of(deployment.inspected()))
                .containsEntry("limit.cpu", "none")
                .containsEntry("limit.memory", "none");
    }

    @Test
    void isolationTellsUserFilterNetworkAndOutput() {
        FakeHost host =
                FakeHost.ofVersion2(folder).network(ProcessHandle.current().pid(), "net:[1]");
        FakeDeployment deployment = on(host).link("ns/net", "net:[2]")
                .link("fd/1", "pipe:[4711]")
                .file("root/sys/class/net/lo/mtu", "65536\n")
                .file("root/sys/class/net/eth0/mtu", "1500\n");
        assertThat(new Isolation().of(deployment.inspected()))
                .isEqualTo(Map.of(
                        "isolation.user", "65534",
                        "isolation.system-calls", "filtered",
                        "isolation.network", "own",
                        "isolation.mtu", "1500",
                        "isolation.output", "pipe"));
        assertThat(Isolation.mtu(folder.resolve("proc/20/root/sys/class/net"), false))
                .contains("65536");
    }

    @Test
    void librariesTellSystemLibcAndAllocator() {
        FakeDeployment deployment = on(FakeHost.ofVersion2(folder))
                .file("root/etc/os-release", "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n")
                .file("maps", "7f /usr/lib/libc.so.6\n7f /usr/lib/libjemalloc.so.2\n")
                .answering("GNU_LIBC_VERSION", "glibc 2.36\n");
        assertThat(new Libraries().of(deployment.inspected()))
                .isEqualTo(Map.of(
                        "host.os", "Debian GNU/Linux 12 (bookworm)",
                        "host.libc", "glibc 2.36",
                        "program.allocator", "jemalloc"));
    }

    @Test
    void networkSettingsAreThoseOfItsNamespace() {
        FakeDeployment deployment = on(FakeHost.ofVersion2(folder)).answering("somaxconn", "cubic\n4096\n");
        assertThat(new NetworkSettings().of(deployment.inspected()))
                .isEqualTo(Map.of("host.congestion-control", "cubic", "host.backlog", "4096"));
        assertThat(NetworkSettings.read("cubic\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 0 0 0|0", "61183|61183", "61184 61184|nobody's", "65519|nobody's", "65534 65534|65534"},
            quoteCharacter = '"')
    void aUidThatIsGivenForALaunchIsNobodys(String ids, String user) {
        assertThat(Isolation.user(ids)).isEqualTo(user);
    }
}
