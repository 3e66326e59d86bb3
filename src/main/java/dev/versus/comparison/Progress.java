package dev.versus.comparison;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;

/** A listener to the events of a comparison, told of each as it happens. */
public interface Progress {

    /** Is called when a warm-up slice has ended. */
    default void warming(WarmUp.Slice slice) {}

    /** Is called when the first warm-up is over. */
    default void warm(WarmUp warmUp) {}

    /** Is called when the rounds are planned, before the first one; again if the plan is prolonged. */
    default void planned(Plan plan) {}

    /** Is called when warm-up and rehearsal are over: the next rounds count, until the systems are restarted or the comparison ends. */
    default void roundsBegin() {}

    /** Is called when all systems were restarted and are warm again. */
    default void restarted(Restart restart) {}

    /** Is called when a service was found to have ended that the comparison needs. */
    default void serviceEnded(ServiceEnd end) {}

    /** Is called when a rehearsal round has ended; it does not count. */
    default void rehearsed(Round round) {}

    /** Is called when a counted round of one target has ended. */
    default void ended(Round round) {}

    /** Is called for each slice of a duet that has ended. */
    default void ended(DuetSlice slice) {}

    /**
     * Is called when a round has ended on every target.
     *
     * @param number the round's number, from 1
     * @param soFar everything that rounds measured up to now
     * @param plan the plan of this round
     */
    default void roundOver(int number, Observations soFar, Plan plan) {}

    /** Is called when the comparison is over. */
    default void stopped(Stopped stopped) {}
}
