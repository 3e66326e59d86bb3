package dev.versus.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the logs of a run go.
 *
 * @param folder it is there
 * @param goWithRun whether they stand in the run's own folder
 */
public record RunLogs(Run run, Path folder, boolean goWithRun) {

    /**
     * Those of a run.
     *
     * @param chosen where they go and stay, or null for the run's own folder
     */
    public static RunLogs of(Run run, @Nullable Path chosen) {
        if (chosen == null) {
            return new RunLogs(run, run.logs(), true);
        }
        try {
            return new RunLogs(run, Files.createDirectories(chosen), false);
        } catch (IOException unusable) {
            throw new StateUnusable(chosen, unusable);
        }
    }

    /** The log of a replica. */
    public Path of(String replica) {
        return folder.resolve(replica + ".log");
    }

    /**
     * Moves the logs of a launch that failed to where they outlive the run.
     *
     * @param kept where
     * @return the failure, with the new place of its log
     */
    public DeploymentFailed keep(DeploymentFailed failed, Path kept) {
        Path log = failed.log();
        if (log == null || !goWithRun) {
            return failed;
        }
        try {
            Files.createDirectories(kept.resolveSibling(""));
            Files.move(folder, kept);
            return failed.withLog(kept.resolve(String.valueOf(log.getFileName())));
        } catch (IOException lost) {
            failed.addSuppressed(lost);
            return failed;
        }
    }
}
