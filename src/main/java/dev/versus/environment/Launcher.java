package dev.versus.environment;

import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens runs on this host, and launches a system in each. */
public final class Launcher {

    private final StateFolder state;
    private final @Nullable Path logs;
    private final SecureRandom random = new SecureRandom();
    private final HostProcesses processes = new HostProcesses();
    private final Pace pace = Pace.real();
    private final Removal removal = Removal.real(processes, pace);

    /** @param logs the folder in which the logs stay after the run, or null for the run's own folder, which is deleted with the run */
    public Launcher(StateFolder state, @Nullable Path logs) {
        this.state = state;
        this.logs = logs;
    }

    StateFolder state() {
        return state;
    }

    HostProcesses processes() {
        return processes;
    }

    Pace pace() {
        return pace;
    }

    Removal removal() {
        return removal;
    }

    /** Removes leftovers of killed runs. */
    public void sweep() {
        new Leftovers(state, processes, removal, Clock.systemUTC()).sweep();
    }

    /**
     * Prepares a launch. Nothing has started when this returns.
     *
     * @param plan decides everything about the run of these logs; if it throws, nothing of the run is left
     */
    public <R extends StartedReplica> Launch<R> prepare(
            SystemDefinition system, Function<RunLogs, ServiceRuntime<R>> plan) {
        Run run = Run.open(state, RunId.random(random), processes.self());
        try {
            RunLogs own = RunLogs.of(run, logs);
            return new Launch<>(this, system, plan.apply(own), own);
        } catch (RuntimeException failed) {
            if (removal.remains().remove(run)) {
                run.delete();
            }
            throw failed;
        }
    }
}
