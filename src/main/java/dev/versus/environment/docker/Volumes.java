package dev.versus.environment.docker;

import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.system.SystemDefinition;
import java.util.Set;

/** The named volumes of a run: fresh ones, for what a run finds is not to depend on the one before. */
record Volumes(DockerEngine engine, Names names) {

    /** Makes them, each written down before. */
    void make(SystemDefinition system, Run run) {
        Set<String> wanted = Mounts.volumes(system);
        run.recordMaking(wanted.stream()
                .map(volume -> new Made(VolumeRemover.KIND, ContainerRemover.name(engine, names.volume(volume))))
                .toList());
        wanted.forEach(volume -> engine.ask(client -> client.createVolumeCmd()
                .withName(names.volume(volume))
                .withLabels(names.labels())
                .exec()));
    }
}
