package dev.versus.comparison;

import dev.versus.measurement.Round;
import java.util.List;

/** Is told of each thing as it ends. */
public interface Progress {

    /** One slice of warming up has ended. */
    default void warming(WarmUp.Slice slice) {}

    /** Warming up is over. */
    default void warm(WarmUp warmUp) {}

    /** All is warm and rehearsed: what follows counts, until systems are started anew or all is over. */
    default void roundsBegin() {}

    /** All systems were started anew and are warm again. */
    default void restarted(Restart restart) {}

    /** A round that only rehearsed has ended: it counts nowhere. */
    default void rehearsed(Round round) {}

    /** A round of one target has ended. */
    default void ended(Round round) {}

    /**
     * A round has ended on every target.
     *
     * @param number its number, from 1
     * @param soFar all rounds up to now
     */
    default void roundOver(int number, List<Round> soFar) {}

    /** The comparison is over. */
    default void stopped(Stopped stopped) {}

    /** Both, in order. */
    default Progress and(Progress next) {
        return new BothProgress(this, next);
    }
}
