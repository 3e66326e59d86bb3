package dev.versus.environment;

import dev.versus.environment.ProcessTermination.Mortal;
import java.util.List;

/** Removal of a whole run: its processes, the things that it made, and then its record. */
public record Removal(ProcessTermination termination, RecordedThings recorded) {

    /** Returns the removal on this host for runs of any environment. */
    public static Removal real(Processes processes, Ticker ticker) {
        return new Removal(new ProcessTermination(processes, ticker), RecordedThings.ofAnyEnvironment());
    }

    /** Removes the run and tells whether nothing is left. Otherwise the run's folder stays, so that the next sweep tries again. */
    public boolean of(Run run, List<Mortal> started) {
        termination.stop(run.id(), started);
        boolean gone = recorded.remove(run);
        if (gone) {
            run.delete();
        }
        return gone;
    }
}
