package dev.versus.gatling;

import dev.versus.comparison.Target;
import dev.versus.environment.CpuSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts all deployments anew between rounds, on all CPUs as at first, and keeps the logs of those that go. */
final class Relaunch implements Supplier<List<Target>> {

    private final Launch launch;
    private final Optional<CpuSplit> split;
    private final Path logs;
    private int start = 1;

    /**
     * A relaunch.
     *
     * @param logs the folder for the run's logs
     */
    Relaunch(Launch launch, Optional<CpuSplit> split, Path logs) {
        this.launch = launch;
        this.split = split;
        this.logs = logs;
    }

    @Override
    public List<Target> get() {
        ServiceLogs.copy(launch.logs(), logs.resolve("start-" + start));
        start++;
        split.ifPresent(CpuSplit::releaseThisJvm);
        return launch.again();
    }
}
