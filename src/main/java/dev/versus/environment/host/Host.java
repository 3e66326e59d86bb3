package dev.versus.environment.host;

import dev.versus.environment.Deployment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Pace;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.RunLogs;
import dev.versus.environment.StateFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** This host as a place to launch systems as plain programs. */
public final class Host {

    private final StateFolder state;
    private final @Nullable Path logs;
    private final HostProcesses processes = new HostProcesses();
    private final Pace pace = Pace.real();
    private final Clock clock = Clock.systemUTC();
    private final Removal removal = Removal.real(processes, pace);

    /** @param logs the folder in which the logs stay after the run, or null for the run's own folder, which is deleted with the run */
    public Host(StateFolder state, @Nullable Path logs) {
        this.state = state;
        this.logs = logs;
    }

    /** Removes leftovers of killed runs. */
    public void sweep() {
        Unfinished.inCache().remove();
        new Leftovers(state, processes, removal, clock).sweep();
    }

    /**
     * Prepares an attempt to start a system. Nothing has started when this returns.
     *
     * @param plan decides everything about a run; if it throws, nothing of the run is left
     */
    public Attempt attempt(RunId id, Function<Run, Blueprint> plan) {
        Run run = Run.open(state, id, processes.self());
        try {
            Blueprint blueprint = plan.apply(run);
            var starter = new Starter(RunLogs.of(run, logs), processes, clock);
            return new Attempt(blueprint, new Launch(blueprint, starter, new Fleet(run, removal), pace), starter);
        } catch (RuntimeException failed) {
            if (removal.remains().remove(run)) {
                run.delete();
            }
            throw failed;
        }
    }

    /** Starts the system. The logs of a failed start are kept for a day. */
    public Deployment launch(Attempt attempt) {
        return attempt.run(state.failureOf(attempt.id()));
    }
}
