package dev.versus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {

    private static final long HARNESS = 10;
    private static final long SHIM = 11;
    private static final long WEB = 20;
    private static final long CACHE = 21;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void inAFolderWithABlank() {
        folder = temporary.resolve("a machine");
    }

    @Test
    void eachControllerOfVersion1HasAHierarchyOfItsOwn() {
        FakeHost host = FakeHost.ofVersion1(folder, "cpu,cpuacct", "memory")
                .process(WEB, SHIM, "5:memory:/docker/web", "2:cpu,cpuacct:/slice/web", "1:name=systemd:/x")
                .write("cgroup/memory/docker/web/memory.usage_in_bytes", "7\n")
                .write("cgroup/cpu,cpuacct/slice/web/cpuacct.usage", "9\n");
        Cgroups cgroups = new Cgroups(host.proc());
        assertThat(cgroups.of(WEB, "memory").orElseThrow().number("memory.usage_in_bytes"))
                .hasValue(7);
        assertThat(cgroups.of(WEB, "cpuacct").orElseThrow().number("cpuacct.usage"))
                .hasValue(9);
        assertThat(cgroups.of(WEB, "cpu"))
                .hasValueSatisfying(cgroup -> assertThat(cgroup.unified()).isFalse());
        assertThat(cgroups.of(WEB, "blkio")).isEmpty();
    }

    @Test
    void version2HasOneForAll() {
        FakeHost host = FakeHost.ofVersion2(folder)
                .process(WEB, SHIM, "0::/system.slice/web.scope")
                .write("cgroup/system.slice/web.scope/memory.max", "max\n")
                .write("cgroup/system.slice/memory.max", "1048576\n");
        Cgroup cgroup = new Cgroups(host.proc()).of(WEB, "memory").orElseThrow();
        assertThat(cgroup.unified()).isTrue();
        assertThat(cgroup.number("memory.max")).isEmpty();
        assertThat(cgroup.upwards()).hasSize(3);
        assertThat(cgroup.upwards().get(1).number("memory.max")).hasValue(1_048_576);
    }

    @Test
    void aHierarchyMountedFromWithinIsSeenFromThere() {
        FakeHost host = FakeHost.ofVersion2(folder).process(WEB, SHIM, "0::/docker/abc/web");
        host.write("cgroup/web/memory.current", "5\n")
                .write(
                        "proc/self/mountinfo",
                        "31 22 0:26 /docker/abc "
                                + String.valueOf(folder.resolve("cgroup")).replace(" ", "\\040")
                                + " rw - cgroup2 cgroup rw\n");
        assertThat(new Cgroups(host.proc()).of(WEB, "memory").orElseThrow().number("memory.current"))
                .hasValue(5);
        host.process(CACHE, SHIM, "0::/docker/abcdef");
        assertThat(new Cgroups(host.proc()).of(CACHE, "memory")).isEmpty();
    }

    @Test
    void aCgroupIsOwnUnlessItIsTheTopOrSharedWithTheHarnessTheParentOrAnotherService() {
        FakeHost host = FakeHost.ofVersion2(folder)
                .process(HARNESS, 1, "0::/user/session")
                .process(SHIM, 1, "0::/docker/shims")
                .write("cgroup/user/session/x", "")
                .write("cgroup/docker/shims/x", "")
                .write("cgroup/docker/web/x", "");
        Cgroups cgroups = new Cgroups(host.proc());
        List<Long> others = List.of(HARNESS, CACHE);

        host.process(WEB, SHIM, "0::/docker/web").process(CACHE, SHIM, "0::/docker/shims");
        assertThat(cgroups.ownOf(WEB, "memory", others)).isPresent();
        host.process(CACHE, SHIM, "0::/docker/web/inner").write("cgroup/docker/web/inner/x", "");
        assertThat(cgroups.ownOf(WEB, "memory", others))
                .as("with another service")
                .isEmpty();
        host.process(WEB, SHIM, "0::/user/session");
        assertThat(cgroups.ownOf(WEB, "memory", others)).as("with the harness").isEmpty();
        host.process(WEB, SHIM, "0::/docker/shims").process(CACHE, SHIM, "0::/");
        assertThat(cgroups.ownOf(WEB, "memory", others)).as("with its parent").isEmpty();
        host.process(WEB, SHIM, "0::/");
        assertThat(cgroups.ownOf(WEB, "memory", List.of())).as("the top").isEmpty();
    }

    @Test
    void aProcessThatIsGoneHasNone() {
        assertThat(new Cgroups(FakeHost.ofVersion2(folder).proc()).ownOf(99, "cpu", List.of()))
                .isEmpty();
        assertThat(new Cgroups(new Proc(folder.resolve("nowhere"))).of(WEB, "cpu"))
                .isEmpty();
    }
}
