package dev.versus.environment;

import dev.versus.environment.Reaper.Mortal;
import java.util.List;

/** Removes all of a run: its processes, what it made, and then what it had written down. */
public record Removal(Reaper reaper, Remains remains) {

    /** Of any environment's runs, on this host. */
    public static Removal real(Processes processes, Pace pace) {
        return new Removal(new Reaper(processes, pace), Remains.ofAnyEnvironment());
    }

    /** Whether nothing is left; otherwise the run's folder stays, so that the next sweep tries again. */
    public boolean of(Run run, List<Mortal> started) {
        reaper.stop(run.id(), started);
        boolean gone = remains.remove(run);
        if (gone) {
            run.delete();
        }
        return gone;
    }
}
