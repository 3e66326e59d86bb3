package dev.versus.environment.host;

import dev.versus.environment.BoundedProcess;
import dev.versus.environment.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where an engine prepares one replica.
 *
 * @param site where the replica runs
 * @param replica its name
 * @param log where its output belongs
 */
public record Workshop(Run run, Site site, String replica, Path log) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The replica's own folder, which goes with the run. */
    public Path folder() throws IOException {
        return Files.createDirectories(run.work(replica));
    }

    /** All variables of what is run on behalf of the replica, with the service's own. */
    public Map<String, String> variables(Map<String, String> own) {
        return ServiceEnvironment.of(run.id(), own);
    }

    /** The folder of a replica that does not run as root, and its user; one that is written down already. */
    Home home() throws IOException {
        Home home = Superuser.isRunning() ? Homes.ofThisHost().make(run.id(), replica) : new Home(folder(), null);
        giveLog(home);
        return home;
    }

    /** Makes the replica's user the owner of its log, which programs open anew as {@code /dev/stderr}. */
    void giveLog(Home home) throws IOException {
        if (home.user() != null) {
            if (!Files.exists(log)) {
                Files.createFile(log);
            }
            Home.give(log, home.user());
        }
    }

    /** Runs a command to its end, in a folder; its output goes to the replica's log. */
    void run(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables(Map.of()));
        var unused = BoundedProcess.run(builder, LIMIT);
    }
}
