package dev.versus.environment.docker;

import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.system.SystemDefinition;
import java.util.Set;

/** Named volumes of a run. They are new for each run, so that no run depends on the data of an earlier one. */
record Volumes(DockerEngine engine, Names names) {

    /** Makes the volumes, which are recorded before. */
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
