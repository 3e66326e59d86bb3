package dev.versus.gatling;

import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.measurement.Recorder;
import dev.versus.workload.Pacing;
import dev.versus.workload.Task;
import dev.versus.workload.TaskMix;
import java.time.Duration;
import java.util.List;

/**
 * What all virtual users of one stretch share.
 *
 * @param requestName the line of Gatling's report on which the requests count
 */
record Assignment(
        Stretch stretch, Pacing pacing, TaskMix mix, Recorder recorder, String requestName, long requestTimeoutNanos) {

    static Assignment of(Stretch stretch, long start, Duration requestTimeout) {
        List<Task> tasks = stretch.workload().tasks();
        return new Assignment(
                stretch,
                stretch.step().pacing().at(start, stretch.seed()),
                new TaskMix(tasks, stretch.step().users(), stretch.seed()),
                new Recorder(start, stretch.workload().expectsEqualLengths()),
                lineOf(stretch),
                requestTimeout.toNanos());
    }

    /**
     * How many new names the dress rehearsal brings. Of the writers' compiled code, where one copy of a method stands within the next, a name
     * makes void the outermost copy that is left.
     */
    private static final int NEW_NAMES = 3;

    /** Rehearsals have lines of their own, for Gatling's writers are slow for a while after a name that is new to them. */
    private static String lineOf(Stretch stretch) {
        String name = stretch.target().name();
        return switch (stretch.part()) {
            case WARM_UP -> "warm-up of " + name;
            case REHEARSAL -> "rehearsal of all targets";
            case DRESS_REHEARSAL -> "dress rehearsal " + (1 + (stretch.turn() - 1) % NEW_NAMES);
            case ROUND -> name;
        };
    }

    Target target() {
        return stretch.target();
    }

    List<Task> tasks() {
        return stretch.workload().tasks();
    }

    boolean keepAlive() {
        return stretch.workload().keepAlive();
    }
}
