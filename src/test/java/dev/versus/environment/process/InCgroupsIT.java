package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.Made;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.linux.Cgroups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where this user may make cgroups, plain processes are counted as containers are. */
@Timeout(60)
class InCgroupsIT {

    @TempDir
    Path folder;

    @BeforeEach
    void whereCgroupsCanBeMade() {
        assumeTrue(
                ReplicaGroups.onThisHost("versus").canBeMade(),
                "skipped: no cgroups are mounted here, or this user may not make any");
    }

    private static List<Long> pids(Deployment deployment) {
        return deployment.services().stream()
                .map(service -> service.process().orElseThrow().pid())
                .toList();
    }

    private static Stream<Path> folders(Deployment deployment, String replica) {
        return ReplicaGroups.of(deployment.run()).made(List.of(replica)).stream()
                .map(Made::name)
                .map(Path::of);
    }

    @Test
    void each_replica_has_cgroups_of_its_own_which_go_with_the_run() {
        List<Path> folders;
        try (Deployment deployment =
                new Systems(folder).launch("services: {web: {command: sleep 100, deploy: {replicas: 2}}}")) {
            List<Long> pids = pids(deployment);
            folders = Stream.concat(folders(deployment, "web-1"), folders(deployment, "web-2"))
                    .toList();

            assertThat(folders).isNotEmpty().allSatisfy(each -> assertThat(each).isDirectory());
            assertThat(pids)
                    .hasSize(2)
                    .allSatisfy(pid -> assertThat(Cgroups.ofThisHost()
                                    .ownOf(
                                            pid,
                                            "memory",
                                            pids.stream()
                                                    .filter(other -> !other.equals(pid))
                                                    .toList()))
                            .isPresent());
        }
        assertThat(folders).allSatisfy(each -> assertThat(each).doesNotExist());
    }

    @Test
    void what_a_service_started_beside_itself_goes_too() throws Exception {
        ProcessHandle stray;
        try (Deployment deployment = new Systems(folder)
                .launch("services: {web: {command: [sh, -c, 'setsid sleep 1000 & exec sleep 100']}}")) {
            long pid = pids(deployment).get(0);
            stray = ProcessHandle.of(pid).orElseThrow().children().findFirst().orElseThrow();
        }
        assertThat(stray.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_service_that_asks_for_real_time_has_none_and_the_one_beside_it_has() {
        try (Deployment deployment = new Systems(folder)
                .launch("services: {a: {command: sleep 100, cap_add: [SYS_NICE]}, b: {command: sleep 100}}")) {
            assertThat(folders(deployment, "a-1").filter(each -> each.endsWith("a-1")))
                    .isNotEmpty()
                    .noneMatch(Files::exists);
            assertThat(folders(deployment, "b-1")).isNotEmpty().allMatch(Files::exists);
        }
    }
}
