package dev.versus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EqualSharesTest {

    private static final List<Long> ONE = List.of(10L, 11L);
    private static final List<Long> OTHER = List.of(20L);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private FakeHost host;

    /** A run of two replicas in cgroups inside the run's own, and a run of one. */
    @BeforeEach
    void twoRuns() {
        host = FakeHost.ofVersion1(folder, "cpu", "memory");
        member(10, "versus-one/web-1");
        member(11, "versus-one/web-2");
        member(20, "versus-other/web-1");
        weight("versus-one", 1024);
        weight("versus-other", 1024);
    }

    private void member(long pid, String cgroup) {
        host.process(pid, 1, "2:memory:/", "1:cpu:/" + cgroup)
                .write("cgroup/cpu/" + cgroup + "/cgroup.procs", pid + "\n");
    }

    private void weight(String cgroup, int shares) {
        host.write("cgroup/cpu/" + cgroup + "/cpu.shares", shares + "\n");
    }

    private String objection() {
        return new EqualShares(new Cgroups(host.proc())).objection(ONE, OTHER).orElse("none");
    }

    @Test
    void two_runs_in_cgroups_side_by_side_have_equal_shares_however_many_processes_they_have() {
        assertThat(objection()).isEqualTo("none");
        member(12, "versus-one/web-1/of-the-service");
        assertThat(objection()).isEqualTo("none");
    }

    @Test
    void their_weights_must_be_known_and_equal() {
        weight("versus-other", 512);
        assertThat(objection()).isEqualTo("their CPU weights are 1024 and 512");
        host.write("cgroup/cpu/versus-other/cpu.shares", "");
        assertThat(objection()).isEqualTo("their cgroups have no CPU weight");
    }

    @Test
    void each_needs_a_cgroup_of_its_own() {
        String none = "they do not each have a cgroup of their own";
        member(20, "versus-one/web-3");
        assertThat(objection()).as("inside the other's").isEqualTo(none);
        member(20, "versus-other/web-1");
        member(11, "");
        assertThat(objection()).as("at the top").isEqualTo(none);
        member(10, "docker/a");
        member(11, "docker/b");
        member(20, "docker/c");
        assertThat(objection()).as("side by side").isEqualTo(none);
    }

    @Test
    void nothing_else_may_run_in_them() {
        member(30, "versus-one/foreign");
        assertThat(objection()).isEqualTo("other processes share the cgroup versus-one");
        host.write("cgroup/cpu/versus-one/foreign/cgroup.procs", "");
        member(31, "versus-other");
        assertThat(objection()).isEqualTo("other processes share the cgroup versus-other");
    }

    @Test
    void every_process_must_be_there() {
        assertThat(new EqualShares(new Cgroups(host.proc())).objection(ONE, List.of(20L, 99L)))
                .contains("not every process has a cgroup that can be seen here");
        assertThat(new EqualShares(new Cgroups(host.proc())).objection(ONE, List.of()))
                .isPresent();
    }

    @Test
    void version_2_has_weights_of_another_name() {
        host = FakeHost.ofVersion2(folder.resolve("version2"))
                .process(10, 1, "0::/versus-one/web-1")
                .process(11, 1, "0::/versus-one/web-2")
                .process(20, 1, "0::/versus-other/web-1")
                .write("cgroup/versus-one/web-1/x", "")
                .write("cgroup/versus-one/web-2/x", "")
                .write("cgroup/versus-other/web-1/x", "")
                .write("cgroup/versus-one/cpu.weight", "100\n");
        assertThat(objection()).isEqualTo("their cgroups have no CPU weight");
        host.write("cgroup/versus-other/cpu.weight", "100\n");
        assertThat(objection()).isEqualTo("none");
    }
}
