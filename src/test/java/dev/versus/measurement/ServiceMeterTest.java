package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.linux.FakeHost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same service on a machine with cgroups of version 1, and on one with version 2. */
class ServiceMeterTest {

    /** Higher than any real process id, so that no process of this machine is taken for it. */
    private static final long WEB = 99_999_999;

    private static final long SHIM = 99_999_998;
    private static final long CACHE = 99_999_997;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static ServiceUsage read(FakeHost host) {
        return Objects.requireNonNull(new ServiceMeter(() -> Map.of("web-1", WEB, "cache-1", CACHE), host.proc())
                .services()
                .get("web-1"));
    }

    private FakeHost version1() {
        return FakeHost.ofVersion1(folder, "cpu", "cpuacct", "memory", "blkio")
                .process(SHIM, 1, "4:memory:/", "3:blkio:/", "2:cpuacct:/", "1:cpu:/")
                .process(WEB, SHIM, "4:memory:/d/w", "3:blkio:/d/w", "2:cpuacct:/d/w", "1:cpu:/d/w")
                .process(CACHE, SHIM, "4:memory:/d/c", "3:blkio:/d/c", "2:cpuacct:/d/c", "1:cpu:/d/c")
                .write("cgroup/cpuacct/d/w/cpuacct.usage", "2500000000\n")
                .write("cgroup/cpu/d/w/cpu.stat", "nr_periods 10\nnr_throttled 3\nthrottled_time 250000000\n")
                .write("cgroup/memory/d/w/memory.usage_in_bytes", "1000000\n")
                .write("cgroup/memory/d/w/memory.stat", "cache 5\ninactive_file 1\ntotal_inactive_file 400000\n")
                .write(
                        "cgroup/blkio/d/w/blkio.throttle.io_service_bytes_recursive",
                        "8:0 Read 4096\n8:0 Write 100\n8:0 Total 4196\n8:16 Read 4\n8:16 Write 28\nTotal 4228\n");
    }

    private FakeHost version2() {
        return FakeHost.ofVersion2(folder)
                .process(SHIM, 1, "0::/shims")
                .process(WEB, SHIM, "0::/d/w")
                .process(CACHE, SHIM, "0::/d/c")
                .write("cgroup/shims/cpu.stat", "usage_usec 1\n")
                .write("cgroup/d/w/cpu.stat", "usage_usec 2500000\nnr_throttled 3\nthrottled_usec 250000\n")
                .write("cgroup/d/w/memory.current", "1000000\n")
                .write("cgroup/d/w/memory.stat", "anon 5\ninactive_file 400000\n")
                .write("cgroup/d/w/io.stat", "8:0 rbytes=4096 wbytes=100 rios=1\n8:16 rbytes=4 wbytes=28 rios=1\n");
    }

    private static void isRead(ServiceUsage web) {
        assertThat(web.account()).isEqualTo(Account.CGROUP);
        assertThat(web.cpuSeconds()).isCloseTo(2.5, within(1e-9));
        assertThat(web.memoryBytes()).isEqualTo(600_000);
        Counters counters = web.counters();
        assertThat(counters.throttledSeconds().orElseThrow()).isCloseTo(0.25, within(1e-9));
        assertThat(counters.readBytes()).hasValue(4100);
        assertThat(counters.writtenBytes()).hasValue(128);
        assertThat(counters.receivedBytes()).isEmpty();
    }

    @Test
    void readsAServicesOwnCgroupsOfVersion1() {
        isRead(read(version1()));
    }

    @Test
    void readsAServicesOwnCgroupOfVersion2() {
        isRead(read(version2()));
    }

    @Test
    void readsTheNetworkWhereItIsTheServicesOwn() {
        FakeHost host =
                version2().network(WEB, "net:[2]").network(CACHE, "net:[1]").network(SHIM, "net:[1]");
        host.write("proc/" + WEB + "/net/dev", "a|b\n eth0: 10 1 0 0 0 0 0 0 20 1 0 0 0 0 0 0\n");
        Counters counters = read(host).counters();
        assertThat(counters.receivedBytes()).hasValue(10);
        assertThat(counters.sentBytes()).hasValue(20);
    }

    @Test
    void aCgroupThatServicesShareSpeaksOfNoneOfThem() {
        FakeHost host = version2().process(CACHE, SHIM, "0::/d/w");
        ServiceUsage web = read(host);
        assertThat(web.account()).isEqualTo(Account.PROCESSES);
        assertThat(web.cpuSeconds()).as("of a process that is none here").isZero();
        assertThat(web.counters()).isEqualTo(MadeUp.noCounters());
    }

    @Test
    void aCgroupWithoutMemoryLeavesBothFiguresToTheProcesses() {
        FakeHost host = version1().process(WEB, SHIM, "4:memory:/", "2:cpuacct:/d/w", "1:cpu:/d/w");
        ServiceUsage web = read(host);
        assertThat(web.account()).isEqualTo(Account.PROCESSES);
        assertThat(web.counters().throttledSeconds()).as("still known").isPresent();
    }

    @Test
    void betweenTwoReadingsOnlyWhatBothKnowIsKnown() {
        FakeHost host = version2();
        Counters before = read(host).counters();
        host.write("cgroup/d/w/io.stat", "8:0 rbytes=5096 wbytes=100 rios=1\n8:16 rbytes=4 wbytes=28 rios=1\n");
        host.write("cgroup/d/w/cpu.stat", "usage_usec 2500000\n");
        Counters since = read(host).counters().since(before);
        assertThat(since.readBytes()).hasValue(1000);
        assertThat(since.writtenBytes()).hasValue(0);
        assertThat(since.throttledSeconds()).isEmpty();
        assertThat(since.plus(before).readBytes()).hasValue(5100);
        assertThat(since.plus(MadeUp.noCounters()).receivedBytes()).isEqualTo(OptionalLong.empty());
    }
}
