package dev.versus.comparison;

import dev.versus.workload.Step;
import dev.versus.workload.Workload;

/**
 * One stretch of load that a generator is asked to offer.
 *
 * @param target to what
 * @param workload of which workload it is a part: its tasks and connections
 * @param step how many virtual users, when
 * @param seed of all that is random in it
 * @param part what it is a part of
 * @param turn the number of the turn it belongs to, from 1 among those that count and from 1 among dress rehearsals; 0 elsewhere
 */
public record Stretch(Target target, Workload workload, Step step, long seed, Part part, int turn) {

    /** What a stretch is a part of. */
    public enum Part {
        /** Warming up: the workload's requests, for a while. */
        WARM_UP,
        /** A round that counts nowhere, and is played as one that does. */
        REHEARSAL,
        /** The last of these, under other names: what is done at the sight of a new name is done before rounds count. */
        DRESS_REHEARSAL,
        /** A round that counts. */
        ROUND
    }

    /** Whether it belongs to a round that counts. */
    public boolean counted() {
        return part == Part.ROUND;
    }

    /** Whether it belongs to a round, counted or rehearsed. */
    public boolean isOfRound() {
        return part != Part.WARM_UP;
    }
}
