package dev.versus.environment.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import dev.versus.environment.Processes;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import dev.versus.environment.image.RunLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Containers with their cgroup, networks and volumes of runs whose own record is lost, for example with a deleted state folder. They are recognised by their
 * labels, which name the run and the process that owned it. That process must have ended.
 */
record UnrecordedRuns(DockerEngine engine, Processes processes) {

    private static final List<String> ANY_RUN = List.of(RunLabels.RUN);

    /** Removes them and returns what was removed, a few words each; nothing if no engine answers. */
    List<String> remove() {
        try {
            var removed = new ArrayList<String>();
            List<RunId> runs = abandoned(UnrecordedRuns::containers)
                    .flatMap(container -> container.run().stream())
                    .distinct()
                    .toList();
            removed.addAll(removed("container", new ContainerRemover(), UnrecordedRuns::containers));
            runs.forEach(RunCgroup::remove);
            removed.addAll(removed("network", new NetworkRemover(), UnrecordedRuns::networks));
            removed.addAll(removed("volume", new VolumeRemover(), UnrecordedRuns::volumes));
            return removed;
        } catch (EngineUnavailable | DockerException silent) {
            return List.of();
        }
    }

    /** A container, network or volume with its labels. */
    private record Labelled(String name, Map<String, String> labels) {

        Optional<RunId> run() {
            return Optional.ofNullable(labels.get(RunLabels.RUN)).flatMap(RunId::read);
        }
    }

    private List<String> removed(String what, Remover remover, Function<DockerClient, List<Labelled>> listed) {
        return abandoned(listed)
                .filter(thing -> isRemoved(thing, remover))
                .map(thing -> "the " + what + " " + thing.name())
                .toList();
    }

    private Stream<Labelled> abandoned(Function<DockerClient, List<Labelled>> listed) {
        return engine.ask(listed).stream().filter(this::isAbandoned);
    }

    private boolean isAbandoned(Labelled thing) {
        return RunLabels.owner(thing.labels()).filter(processes::hasEnded).isPresent();
    }

    private boolean isRemoved(Labelled thing, Remover remover) {
        List<String> names = List.of(ContainerRemover.name(engine, thing.name()));
        return thing.run().filter(run -> remover.remove(run, names)).isPresent();
    }

    private static List<Labelled> containers(DockerClient client) {
        return client.listContainersCmd().withShowAll(true).withLabelFilter(ANY_RUN).exec().stream()
                .filter(container -> container.getNames() != null && container.getNames().length > 0)
                .map(container -> new Labelled(name(container), container.getLabels()))
                .toList();
    }

    private static String name(Container container) {
        return container.getNames()[0].substring(1);
    }

    private static List<Labelled> networks(DockerClient client) {
        return client.listNetworksCmd().withFilter("label", ANY_RUN).exec().stream()
                .map((Network network) -> new Labelled(network.getName(), network.getLabels()))
                .toList();
    }

    private static List<Labelled> volumes(DockerClient client) {
        return client.listVolumesCmd().withFilter("label", ANY_RUN).exec().getVolumes().stream()
                .map((InspectVolumeResponse volume) -> new Labelled(volume.getName(), volume.getLabels()))
                .toList();
    }
}
