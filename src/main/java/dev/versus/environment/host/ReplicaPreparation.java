package dev.versus.environment.host;

import dev.versus.BoundedProcess;
import dev.versus.environment.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Surroundings in which an engine prepares one replica.
 *
 * @param site where the replica runs
 * @param replica its name
 * @param log the file for its output
 */
public record ReplicaPreparation(Run run, Site site, String replica, Path log) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Returns the replica's own folder, which is deleted with the run. */
    public Path folder() throws IOException {
        return Files.createDirectories(run.work(replica));
    }

    /** Returns all variables of a command that is run for the replica, with the service's own. */
    public Map<String, String> variables(Map<String, String> own) {
        return ServiceEnvironment.of(run.id(), own);
    }

    /** Makes the folder of a replica with its user. If root runs Versus, it is another user, and the run has recorded the folder before. */
    ReplicaFolder home() throws IOException {
        return home(List.of());
    }

    /** Makes the folder of a replica as {@link #home()} does, with the user of these replicas if one of them has its folder. */
    ReplicaFolder home(List<String> companions) throws IOException {
        ReplicaFolder home = RootUser.isRunning()
                ? ReplicaFolders.ofThisHost().make(run.id(), replica, companions)
                : new ReplicaFolder(folder(), null);
        giveLog(home);
        return home;
    }

    /** Makes the replica's user the owner of its log, because programs open it again as {@code /dev/stderr}. */
    void giveLog(ReplicaFolder home) throws IOException {
        if (home.user() != null) {
            if (!Files.exists(log)) {
                Files.createFile(log);
            }
            ReplicaFolder.give(log, home.user());
        }
    }

    /**
     * Runs a command in a folder, for at most 60 s. Its output goes to the replica's log.
     *
     * @throws IOException if the command cannot be run, fails, or takes longer
     */
    void run(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables(Map.of()));
        var unused = BoundedProcess.run(builder, LIMIT);
    }
}
