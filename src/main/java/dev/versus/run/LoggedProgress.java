package dev.versus.run;

import dev.versus.comparison.Plan;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Restart;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Round;
import dev.versus.measurement.RoundLog;

/** Appends each event of a comparison to the round log as it happens. */
record LoggedProgress(RoundLog log) implements Progress {

    @Override
    public void warm(WarmUp warmUp) {
        log.append("warmUp", warmUp);
    }

    @Override
    public void planned(Plan plan) {
        log.append("plan", plan);
    }

    @Override
    public void rehearsed(Round round) {
        log.append("rehearsal", round);
    }

    @Override
    public void restarted(Restart restart) {
        log.append("restart", restart);
    }

    @Override
    public void stopped(Stopped stopped) {
        log.append("stopped", stopped);
    }

    @Override
    public void ended(Round round) {
        log.append("round", round);
    }
}
