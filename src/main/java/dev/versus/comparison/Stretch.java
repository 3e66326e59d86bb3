package dev.versus.comparison;

import dev.versus.workload.Step;
import dev.versus.workload.Workload;

/**
 * One stretch of load that a generator offers without a break.
 *
 * @param workload the workload whose tasks and connections are used
 * @param turn the number of its turn, counted from 1 in counted rounds and from 1 in dress rehearsals; 0 in other phases
 * @param opens whether it is the first one of its round, before which the generator may tidy up
 */
public record Stretch(Target target, Workload workload, Step step, long seed, Part part, int turn, boolean opens) {

    /** Makes a stretch that is a round of its own. */
    public Stretch(Target target, Workload workload, Step step, long seed, Part part, int turn) {
        this(target, workload, step, seed, part, turn, true);
    }

    /** A phase of a comparison. */
    public enum Part {
        /** A warm-up slice: the workload's requests for a given time. */
        WARM_UP,
        /** A round that does not count, played exactly as a counted one. */
        REHEARSAL,
        /** The last rehearsals, under new request names, so that the generator's cost of a new name falls before counted rounds. */
        DRESS_REHEARSAL,
        /** A round that counts. */
        ROUND,
        /** A part of a round that counts, in which targets are loaded at once. */
        DUET
    }

    /** Tells whether the stretch is a counted turn. */
    public boolean counted() {
        return part == Part.ROUND;
    }

    /** Tells whether the stretch belongs to a round, counted or rehearsed. */
    public boolean isOfRound() {
        return part != Part.WARM_UP;
    }
}
