package dev.versus.run;

import dev.versus.SourceCommit;
import dev.versus.revision.WorkTree;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system as it will be launched.
 *
 * @param definition the system as its Compose files describe it
 * @param sources the commit of its sources; empty in a run without revisions, and where no commit is known
 */
record PlannedSystem(SystemDefinition definition, Optional<SourceCommit> sources) {

    /**
     * Reads the systems of all targets, and takes revisions from their repositories.
     *
     * @param services the folder of all systems
     */
    static Map<Placement, PlannedSystem> read(List<EntryPoint> points, Path services) {
        boolean revised = points.stream().anyMatch(EntryPoint::isRevised);
        Map<Placement, PlannedSystem> systems = new LinkedHashMap<>();
        for (EntryPoint point : points) {
            if (point.place() instanceof EntryPoint.Service place) {
                systems.computeIfAbsent(place.deployment(), placement -> read(placement.system(), services, revised))
                        .definition()
                        .service(place.service());
            }
        }
        return systems;
    }

    private static PlannedSystem read(SystemUnderTest system, Path services, boolean revised) {
        Interpolation variables = Interpolation.ofProcess().withDefaults(system.variables());
        Optional<WorkTree> tree = revised ? workTree(system, services) : Optional.empty();
        String name = system.revision()
                .flatMap(revision -> tree.map(taken -> taken.file().toString()))
                .orElse(system.name());
        SystemDefinition read =
                SystemDefinition.read(services, name, system.variant().orElse(null), variables);
        return new PlannedSystem(read.only(system.only()), tree.map(WorkTree::sources));
    }

    private static Optional<WorkTree> workTree(SystemUnderTest system, Path services) {
        Path file = SystemDefinition.composeFile(services, system.name());
        return system.revision().map(revision -> WorkTree.at(revision, file)).or(() -> WorkTree.today(file));
    }

    /** Returns the sources in words, after a comma; empty if they are not known. */
    String told() {
        return sources.map(commit -> ", " + commit).orElse("");
    }
}
