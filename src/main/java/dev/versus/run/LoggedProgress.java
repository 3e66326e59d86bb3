package dev.versus.run;

import dev.versus.comparison.Plan;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Restart;
import dev.versus.comparison.ServiceEnd;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Round;
import dev.versus.measurement.RoundLog;
import java.util.Map;
import java.util.function.BiConsumer;

/** Appends each event of a comparison, under its kind, to the round log as it happens. */
record LoggedProgress(BiConsumer<String, Object> log) implements Progress {

    static LoggedProgress of(RoundLog log) {
        return new LoggedProgress(log::append);
    }

    static LoggedProgress ofSecondDraw(RoundLog log) {
        return new LoggedProgress((kind, event) -> log.append("secondDraw", Map.of(kind, event)));
    }

    @Override
    public void warm(WarmUp warmUp) {
        log.accept("warmUp", warmUp);
    }

    @Override
    public void planned(Plan plan) {
        log.accept("plan", plan);
    }

    @Override
    public void rehearsed(Round round) {
        log.accept("rehearsal", round);
    }

    @Override
    public void restarted(Restart restart) {
        log.accept("restart", restart);
    }

    @Override
    public void serviceEnded(ServiceEnd end) {
        log.accept("serviceEnd", end);
    }

    @Override
    public void stopped(Stopped stopped) {
        log.accept("stopped", stopped);
    }

    @Override
    public void ended(DuetSlice slice) {
        log.accept("duet", slice);
    }

    @Override
    public void ended(Round round) {
        log.accept("round", round);
    }
}
