package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunId;
import dev.versus.environment.fixture.Traces;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.RunLabels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Things of an engine whose run has lost its record. */
class UnrecordedRunsIT {

    private static final RunId RUN = new RunId("0rphan01");
    private static final ProcessIdentity DEAD = new ProcessIdentity(1, "77@00000000/1");
    private static final HostProcesses PROCESSES = new HostProcesses();

    private final DockerEngine engine = DockerEngine.ofUser();
    private final UnrecordedRuns orphans = new UnrecordedRuns(engine, PROCESSES);

    @BeforeAll
    static void assumeDocker() {
        Lab.assumeDocker();
    }

    private void volume(String name, ProcessIdentity owner) {
        engine.ask(client -> client.createVolumeCmd()
                .withName(name)
                .withLabels(Map.of(RunLabels.RUN, RUN.value(), RunLabels.OWNER, owner.asText()))
                .exec());
    }

    private void network(String name, ProcessIdentity owner) {
        engine.ask(client -> client.createNetworkCmd()
                .withName(name)
                .withLabels(Map.of(RunLabels.RUN, RUN.value(), RunLabels.OWNER, owner.asText()))
                .exec());
    }

    private boolean hasVolume(String name) {
        return engine.ask(client -> client.listVolumesCmd().exec().getVolumes()).stream()
                .anyMatch(volume -> volume.getName().equals(name));
    }

    @AfterEach
    void remove() {
        for (String name : List.of("versus-0rphan01-lives", "somebody-elses")) {
            try {
                engine.ask(client -> client.removeVolumeCmd(name).exec());
            } catch (NotFoundException gone) {
                assertThat(gone).hasMessageContaining(name);
            }
        }
    }

    @Test
    void what_a_dead_owner_has_left_goes_by_its_labels_and_nothing_else_does() {
        volume("versus-0rphan01-data", DEAD);
        network("versus-0rphan01-net", DEAD);
        volume("versus-0rphan01-lives", PROCESSES.self());
        volume("somebody-elses", DEAD);

        assertThat(orphans.remove())
                .contains("the network versus-0rphan01-net", "the volume versus-0rphan01-data")
                .doesNotContain("the volume versus-0rphan01-lives", "the volume somebody-elses");

        assertThat(hasVolume("versus-0rphan01-data")).isFalse();
        assertThat(hasVolume("versus-0rphan01-lives")).isTrue();
        assertThat(hasVolume("somebody-elses")).isTrue();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.ask(client -> client.inspectNetworkCmd()
                        .withNetworkId("versus-0rphan01-net")
                        .exec()));
    }

    @Test
    void the_cgroup_around_its_containers_goes_with_them() {
        RunCgroupIT.assumeRunCgroup(engine);
        engine.ask(client -> {
            String image = client.listImagesCmd().exec().get(0).getId();
            String container = client.createContainerCmd(image)
                    .withName("versus-0rphan01-web-1")
                    .withLabels(Map.of(RunLabels.RUN, RUN.value(), RunLabels.OWNER, DEAD.asText()))
                    .withHostConfig(new HostConfig().withCgroupParent("/versus-0rphan01"))
                    .withCmd("sleep", "1000")
                    .exec()
                    .getId();
            return client.startContainerCmd(container).exec();
        });
        assertThat(Traces.cgroups(RUN)).isNotEmpty();

        assertThat(orphans.remove()).contains("the container versus-0rphan01-web-1");
        assertThat(Traces.cgroups(RUN)).isEmpty();
    }
}
