package dev.versus.run;

import dev.versus.comparison.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Starts all deployments anew between rounds, on all CPUs as at first, and keeps the logs of those that go. */
final class Relaunch implements Supplier<List<Target>> {

    private final Deployments launch;
    private final CpuShares cpus;
    private final Path runFolder;
    private int start = 1;

    /**
     * A relaunch.
     *
     * @param runFolder the run's folder, for its logs
     */
    Relaunch(Deployments launch, CpuShares cpus, Path runFolder) {
        this.launch = launch;
        this.cpus = cpus;
        this.runFolder = runFolder;
    }

    @Override
    public List<Target> get() {
        ServiceLogs.copy(launch.logs(), runFolder, ServiceLogs.FOLDER.resolve("start-" + start));
        start++;
        cpus.release();
        return launch.again();
    }
}
