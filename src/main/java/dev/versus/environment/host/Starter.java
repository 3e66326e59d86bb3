package dev.versus.environment.host;

import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Processes;
import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.Run;
import dev.versus.environment.RunLogs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Start of the process of a replica. It is recorded before the process exists, and the process carries the run's id from the beginning. */
record Starter(RunLogs logs, Processes processes, Clock clock) {

    Run run() {
        return logs.run();
    }

    Path log(Replica replica) {
        return logs.of(replica.name());
    }

    /**
     * Starts a replica.
     *
     * @param command the recipe's command, with the words that run it in the replica's place
     */
    Started start(Replica replica, Recipe recipe, List<String> command) throws IOException {
        run().recordIntention(replica.name());
        File log = log(replica).toFile();
        var builder = new ProcessBuilder(command)
                .directory(recipe.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().clear();
        builder.environment().putAll(ServiceEnvironment.of(run().id(), recipe.environment()));
        Process process = builder.start();
        var mortal = new Mortal(
                identify(process),
                recipe.stopSignal(),
                replica.service().lifecycle().stopGracePeriod());
        try {
            run().recordProcess(mortal, replica.name());
        } catch (RuntimeException unrecorded) {
            process.destroyForcibly();
            throw unrecorded;
        }
        return new Started(replica, recipe, process, mortal, new Started.Launched(clock.instant(), log.toPath()));
    }

    /** Returns the identity of a process. If it has ended already, the identity is one that no living process has. */
    private ProcessIdentity identify(Process process) {
        return processes.identify(process.pid()).orElseGet(() -> new ProcessIdentity(process.pid(), "ended"));
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }
}
