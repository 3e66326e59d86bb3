package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Made;
import dev.versus.environment.RunId;
import dev.versus.linux.Cgroup;
import dev.versus.system.DataSize;
import dev.versus.system.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaGroupsTest {

    private static final Limits LIMITS = new Limits(new BigDecimal("0.25"), new DataSize(64L << 20));

    @TempDir
    Path folder;

    private Cgroup top(boolean unified, String name) throws IOException {
        Path top = Files.createDirectories(folder.resolve(name));
        return new Cgroup(unified, top, top);
    }

    @Test
    void with_version_1_each_hierarchy_has_a_cgroup_for_the_replica() throws IOException {
        Cgroup cpu = top(false, "cpu,cpuacct");
        var groups = new ReplicaGroups(
                "versus-ab12cd34", Map.of("cpu", cpu, "cpuacct", cpu, "memory", top(false, "memory")));

        groups.make("web-1", LIMITS);

        assertThat(folder.resolve("cpu,cpuacct/versus-ab12cd34/web-1/cpu.cfs_quota_us"))
                .hasContent("25000");
        assertThat(folder.resolve("cpu,cpuacct/versus-ab12cd34/web-1/cpu.cfs_period_us"))
                .hasContent("100000");
        assertThat(folder.resolve("memory/versus-ab12cd34/web-1/memory.limit_in_bytes"))
                .hasContent("67108864");
        assertThat(groups.folders("web-1")).hasSize(2);
    }

    @Test
    void with_version_2_controllers_are_handed_down_to_the_one_cgroup() throws IOException {
        Cgroup top = top(true, "unified");
        Files.writeString(top.folder().resolve("cgroup.controllers"), "cpuset cpu memory pids\n");
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of("cpu", top, "memory", top));

        groups.make("web-1", LIMITS);

        assertThat(top.folder().resolve("cgroup.subtree_control")).hasContent("+memory");
        assertThat(top.folder().resolve("versus-ab12cd34/cgroup.subtree_control"))
                .hasContent("+memory");
        assertThat(top.folder().resolve("versus-ab12cd34/web-1/cpu.max")).hasContent("25000 100000");
        assertThat(top.folder().resolve("versus-ab12cd34/web-1/memory.max")).hasContent("67108864");
    }

    @Test
    void swap_is_as_large_as_memory_where_it_is_counted() throws IOException {
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of("memory", top(false, "memory")));
        Path own = Files.createDirectories(folder.resolve("memory/versus-ab12cd34/web-1"));
        Path swap = Files.createFile(own.resolve("memory.memsw.limit_in_bytes"));

        groups.make("web-1", LIMITS);
        groups.make("web-2", LIMITS);

        assertThat(swap).hasContent("134217728");
        assertThat(folder.resolve("memory/versus-ab12cd34/web-2/memory.memsw.limit_in_bytes"))
                .doesNotExist();
        var unified = new ReplicaGroups("versus-ab12cd34", Map.of("memory", top(true, "unified")));
        assertThat(unified.swap("web-1", LIMITS))
                .containsEntry(folder.resolve("unified/versus-ab12cd34/web-1/memory.swap.max"), "67108864");
    }

    @Test
    void what_has_no_limit_is_counted_all_the_same() throws IOException {
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of("memory", top(false, "memory")));

        groups.make("web-1", new Limits(null, null));
        groups.make("web-2", LIMITS);

        assertThat(folder.resolve("memory/versus-ab12cd34/web-1")).isEmptyDirectory();
        assertThat(groups.limit()).isFalse();
    }

    @Test
    void the_runs_own_cgroup_is_recorded_before_those_within_it() throws IOException {
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of("memory", top(false, "memory")));
        Path own = folder.resolve("memory/versus-ab12cd34");

        assertThat(groups.made(List.of("web-1")))
                .map(Made::name)
                .containsExactly(own.toString(), own.resolve("web-1").toString());
    }

    @Test
    void a_folder_that_is_no_cgroup_of_a_run_is_not_removed() {
        var run = new RunId("ab12cd34");
        var remover = new CgroupRemover();
        assertThat(remover.remove(run, List.of(folder.toString()))).isFalse();
        assertThat(remover.remove(run, List.of(folder + "/versus-ab12cd34/.."))).isTrue();
        assertThat(remover.remove(run, List.of("/sys/fs/cgroup/none/versus-ab12cd34/web-1")))
                .isTrue();
        assertThat(folder).exists();
    }

    @Test
    void a_command_is_led_into_each_cgroup_of_its_replica_and_stays_the_same_process() throws Exception {
        var groups =
                new ReplicaGroups("versus-ab12cd34", Map.of("cpu", top(false, "cpu"), "memory", top(false, "memory")));
        groups.make("web-1", LIMITS);
        List<String> command = new ArrayList<>(groups.joining("web-1"));
        command.addAll(List.of("sh", "-c", "echo $$ \"$1\"", "sh", "two words"));

        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(said).isEqualTo(process.pid() + " two words\n");
        assertThat(groups.folders("web-1"))
                .hasSize(2)
                .allSatisfy(
                        folder -> assertThat(folder.resolve("cgroup.procs")).hasContent(String.valueOf(process.pid())));
    }

    @Test
    void there_is_no_room_where_processes_stand_at_the_top_of_version_2() throws IOException {
        Cgroup top = top(true, "unified");
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of("cpu", top, "memory", top));
        Files.writeString(top.folder().resolve("cgroup.controllers"), "cpu memory\n");
        assertThat(groups.canBeMade()).isTrue();

        Files.writeString(top.folder().resolve("cgroup.type"), "domain\n");
        Files.writeString(top.folder().resolve("cgroup.procs"), "4711\n");
        assertThat(groups.canBeMade()).isFalse();

        Files.writeString(top.folder().resolve("cgroup.subtree_control"), "cpu memory\n");
        assertThat(groups.canBeMade()).isTrue();
    }

    @Test
    void asking_for_room_switches_no_controller_on() throws IOException {
        Cgroup top = top(true, "unified");
        Files.writeString(top.folder().resolve("cgroup.controllers"), "cpu memory\n");

        assertThat(new ReplicaGroups("versus-ab12cd34", Map.of("cpu", top)).canBeMade())
                .isTrue();
        assertThat(top.folder().resolve("cgroup.subtree_control")).doesNotExist();
    }

    @Test
    void without_cgroups_nothing_is_made_and_commands_stay_as_they_are() {
        var groups = new ReplicaGroups("versus-ab12cd34", Map.of());
        assertThat(groups.canBeMade()).isFalse();
        assertThat(groups.joining("web-1")).isEmpty();
    }
}
