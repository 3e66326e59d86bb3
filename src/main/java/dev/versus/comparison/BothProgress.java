package dev.versus.comparison;

import dev.versus.measurement.Round;
import java.util.List;

/** Passes each event on to two listeners, one after the other. */
record BothProgress(Progress first, Progress next) implements Progress {

    @Override
    public void warming(WarmUp.Slice slice) {
        first.warming(slice);
        next.warming(slice);
    }

    @Override
    public void warm(WarmUp warmUp) {
        first.warm(warmUp);
        next.warm(warmUp);
    }

    @Override
    public void restarted(Restart restart) {
        first.restarted(restart);
        next.restarted(restart);
    }

    @Override
    public void roundsBegin() {
        first.roundsBegin();
        next.roundsBegin();
    }

    @Override
    public void rehearsed(Round round) {
        first.rehearsed(round);
        next.rehearsed(round);
    }

    @Override
    public void ended(Round round) {
        first.ended(round);
        next.ended(round);
    }

    @Override
    public void roundOver(int number, List<Round> soFar) {
        first.roundOver(number, soFar);
        next.roundOver(number, soFar);
    }

    @Override
    public void stopped(Stopped stopped) {
        first.stopped(stopped);
        next.stopped(stopped);
    }
}
