package dev.versus.environment.docker;

import com.github.dockerjava.api.model.Info;
import dev.versus.environment.Made;
import dev.versus.environment.RunId;
import dev.versus.environment.host.CgroupRemover;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.environment.image.DockerEngine;
import java.util.List;
import java.util.Optional;

/**
 * Cgroup around all containers of a run, by which two runs get an equal share of the CPUs, as in the other environments. The engine makes
 * it with the first container and never removes it. Source: the option {@code --cgroup-parent} of {@code docker run}.
 *
 * @param path its path in each hierarchy
 * @param made its folders, to record before the first container is made
 */
record RunCgroup(String path, List<Made> made) {

    private static final String DRIVER = "cgroupfs";
    private static final String ROOTLESS = "name=rootless";

    RunCgroup {
        made = List.copyOf(made);
    }

    /**
     * Returns the cgroup of a run; nothing if the engine cannot make it, or this user could not remove it. An engine that leaves cgroups to
     * systemd would leave a slice behind that only systemd can remove.
     */
    static Optional<RunCgroup> of(RunId run, DockerEngine engine) {
        return removable(run).filter(unused -> isMadeBy(engine));
    }

    private static boolean isMadeBy(DockerEngine engine) {
        Info info = engine.ask(client -> client.infoCmd().exec());
        List<String> options = info.getSecurityOptions();
        return DRIVER.equals(info.getCGroupDriver()) && (options == null || !options.contains(ROOTLESS));
    }

    private static Optional<RunCgroup> removable(RunId run) {
        return Optional.of(ReplicaGroups.of(run))
                .filter(ReplicaGroups::canBeMade)
                .map(groups -> new RunCgroup("/" + groups.name(), groups.madeEverywhere(List.of())));
    }

    /** Removes the cgroup of a run whose containers are gone. */
    static void remove(RunId run) {
        removable(run).ifPresent(cgroup -> {
            var unused = new CgroupRemover()
                    .remove(run, cgroup.made().stream().map(Made::name).toList());
        });
    }
}
