package dev.versus.environment.docker;

import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.host.SharedMemoryRemover;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.system.SystemDefinition;
import dev.versus.system.VolumeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named volumes of a run, on disk or as temporary file systems. They are new for each run, so that no run depends on the data of an earlier one.
 */
record Volumes(DockerEngine engine, Names names) {

    /** Makes the volumes, which are recorded before, with what services with {@code ipc: host} may leave in the host's shared memory. */
    void make(SystemDefinition system, Run run) {
        run.recordMaking(List.of(SharedMemoryRemover.made(run.id())));
        Set<String> mounted = Mounts.volumes(system);
        List<VolumeDefinition> wanted = system.volumes().stream()
                .filter(volume -> mounted.contains(volume.name()))
                .toList();
        run.recordMaking(wanted.stream()
                .map(volume -> new Made(VolumeRemover.KIND, ContainerRemover.name(engine, names.volume(volume.name()))))
                .toList());
        wanted.forEach(volume -> engine.ask(client -> client.createVolumeCmd()
                .withName(names.volume(volume.name()))
                .withLabels(names.labels())
                .withDriverOpts(options(volume))
                .exec()));
    }

    private static Map<String, String> options(VolumeDefinition volume) {
        return volume.tmpfs() == null
                ? Map.of()
                : Map.of("type", "tmpfs", "device", "tmpfs", "o", volume.tmpfs().options());
    }
}
