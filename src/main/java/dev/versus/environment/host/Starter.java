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

/** Starts the process of one replica: its intention is written down before it exists, and it carries the run's id from birth. */
record Starter(RunLogs logs, Processes processes, Clock clock) {

    Run run() {
        return logs.run();
    }

    Path log(Replica replica) {
        return logs.of(replica.name());
    }

    /** @param command the recipe's, as it is run where the replica runs */
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

    /** A process that has ended already is known by an identity that no living process has. */
    private ProcessIdentity identify(Process process) {
        return processes.identify(process.pid()).orElseGet(() -> new ProcessIdentity(process.pid(), "ended"));
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }
}
