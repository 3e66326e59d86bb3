package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.environment.fixture.Traces;
import dev.versus.environment.image.DockerEngine;
import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Containers of a run in one cgroup, where the engine makes cgroups itself and this user may remove them. */
@Timeout(120)
class RunCgroupIT {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void open() {
        Lab.assumeDocker();
        lab = new Lab(folder);
        assumeRunCgroup(lab.engine());
    }

    /** Skips the test, and says why, where containers of a run have no cgroup around them. */
    static void assumeRunCgroup(DockerEngine engine) {
        assumeTrue(
                RunCgroup.of(new RunId("ab12cd34"), engine).isPresent(),
                "SKIPPED: needs root, and an engine with the cgroup driver cgroupfs");
    }

    private static List<Long> pids(Deployment deployment) {
        return deployment.services().stream()
                .map(service -> service.process().orElseThrow().pid())
                .toList();
    }

    @Test
    void containers_stand_in_the_cgroup_of_their_run_and_are_limited_and_counted_as_ever() {
        RunId run;
        try (Deployment deployment = lab.launch(
                "services: {held: {SLEEP, deploy: {replicas: 2, resources: {limits: {cpus: '0.5', memory: 64M}}}}}")) {
            run = deployment.run();
            List<Long> pids = pids(deployment);
            Cgroup own = Cgroups.ofThisHost()
                    .ownOf(pids.get(0), "memory", pids.subList(1, 2))
                    .orElseThrow();
            assertThat(own.folder().getParent()).isEqualTo(own.top().resolve("versus-" + run));
            Map<String, String> fingerprint =
                    Objects.requireNonNull(Fingerprinting.of(deployment).get("held"));
            assertThat(fingerprint).containsEntry("limit.cpu", "0.5").containsEntry("limit.memory", "64 MiB");
            assertThat(fingerprint.values()).noneMatch(value -> value.contains(run.value()));

            deployment.restart("held");
            assertThat(Cgroups.ofThisHost().of(pids(deployment).get(0), "memory"))
                    .contains(own);
        }
        assertThat(Traces.cgroups(run)).isEmpty();
    }
}
