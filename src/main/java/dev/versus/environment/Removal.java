package dev.versus.environment;

import dev.versus.environment.Reaper.Mortal;
import java.util.List;

/** Removal of a whole run: its processes, the things that it made, and then its record. */
public record Removal(Reaper reaper, Remains remains) {

    /** Returns the removal on this host for runs of any environment. */
    public static Removal real(Processes processes, Pace pace) {
        return new Removal(new Reaper(processes, pace), Remains.ofAnyEnvironment());
    }

    /** Removes the run and tells whether nothing is left. Otherwise the run's folder stays, so that the next sweep tries again. */
    public boolean of(Run run, List<Mortal> started) {
        reaper.stop(run.id(), started);
        boolean gone = remains.remove(run);
        if (gone) {
            run.delete();
        }
        return gone;
    }
}
