package dev.versus.environment;

import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Opens runs on this host, and launches a system in each. */
public final class Launcher {

    private final StateFolder state;
    private final @Nullable Path logs;
    private final SecureRandom random = new SecureRandom();
    private final HostProcesses processes = new HostProcesses();
    private final Ticker ticker = Ticker.real();
    private final Removal removal = Removal.real(processes, ticker);

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

    Ticker ticker() {
        return ticker;
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
     * @param plan decides everything about the run of these logs, for the system under the name of its deployment; if it throws, nothing of
     *     the run is left
     */
    public <R extends StartedReplica> Launch<R> prepare(
            SystemDefinition described, BiFunction<SystemDefinition, RunLogs, ServiceRuntime<R>> plan) {
        Run run = Run.open(state, RunId.random(random), processes.self());
        try {
            RunLogs own = RunLogs.of(run, logs);
            SystemDefinition system = described.deployedAs(run.id().project());
            return new Launch<>(this, system, plan.apply(system, own), own);
        } catch (RuntimeException failed) {
            if (removal.recorded().remove(run)) {
                run.delete();
            }
            throw failed;
        }
    }
}
