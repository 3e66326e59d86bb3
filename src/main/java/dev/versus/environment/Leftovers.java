package dev.versus.environment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Leftovers of killed runs, and their removal by a sweep. A run is swept when its owner, the JVM that opened it, has ended. Its processes
 * are stopped: they are recognised by id and start time or by the run's id in their environment, never by name. Everything else is removed
 * by the exact names that the run recorded, and then the run's folder is deleted. If something cannot be removed (by this user, or without
 * an engine), the folder stays for a later sweep. A run whose owner is alive is left alone.
 */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration KEEP_LOGS = Duration.ofDays(1);
    private static final Duration BEING_MADE = Duration.ofMinutes(1);

    private final StateFolder state;
    private final Processes processes;
    private final Removal removal;
    private final Clock clock;

    public Leftovers(StateFolder state, Processes processes, Removal removal, Clock clock) {
        this.state = state;
        this.processes = processes;
        this.removal = removal;
        this.clock = clock;
    }

    /** Removes the leftovers of runs whose owner has ended, and returns the ids of those runs. */
    public List<RunId> sweep() {
        var swept = new ArrayList<RunId>();
        for (RunId id : state.runs()) {
            Run run = Run.existing(state, id);
            if (isAbandoned(run) && removal.of(run, run.started(GRACE))) {
                swept.add(id);
            }
        }
        deleteOld(state.runsBeingMade().stream().map(state::beingMade).toList(), BEING_MADE);
        deleteOld(state.failedRuns().stream().map(state::failureOf).toList(), KEEP_LOGS);
        return swept;
    }

    /** Tells whether the owner of a run has ended. A folder that names no owner was not made by a run and is not deleted. */
    private boolean isAbandoned(Run run) {
        return run.owner().filter(processes::hasEnded).isPresent();
    }

    private void deleteOld(List<Path> folders, Duration age) {
        folders.forEach(folder -> FileTree.deleteOlder(folder, clock.instant().minus(age)));
    }
}
