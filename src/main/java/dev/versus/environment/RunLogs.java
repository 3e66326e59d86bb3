package dev.versus.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Logs of a run.
 *
 * @param folder the folder of the logs, which exists
 * @param goWithRun whether that folder is inside the run's own and is deleted with it
 */
public record RunLogs(Run run, Path folder, boolean goWithRun) {

    /**
     * Returns the logs of a run.
     *
     * @param chosen the folder in which the logs stay after the run, or null for the run's own folder
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

    /** Returns the path of a replica's log. */
    public Path of(String replica) {
        return folder.resolve(replica + ".log");
    }

    /**
     * Moves the logs of a failed launch out of the run's folder, if they are there, so that they outlive the run.
     *
     * @param kept the folder that they become
     * @return the failure, with the new path of its log
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
