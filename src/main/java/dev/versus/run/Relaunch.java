package dev.versus.run;

import dev.versus.comparison.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Restarts all deployments between rounds, on all CPUs as at first, and keeps the logs of the ones that are closed. */
final class Relaunch implements Supplier<List<Target>> {

    private final Deployments deployments;
    private final CpuShares cpus;
    private final Path runFolder;
    private int start = 1;

    /**
     * Makes a relaunch.
     *
     * @param runFolder the run's folder, into which logs are copied
     */
    Relaunch(Deployments deployments, CpuShares cpus, Path runFolder) {
        this.deployments = deployments;
        this.cpus = cpus;
        this.runFolder = runFolder;
    }

    @Override
    public List<Target> get() {
        ServiceLogs.copy(deployments.logs(), runFolder, ServiceLogs.FOLDER.resolve("start-" + start));
        start++;
        cpus.release();
        return deployments.again();
    }
}
