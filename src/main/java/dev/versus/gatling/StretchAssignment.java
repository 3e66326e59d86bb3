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
 * The data that all virtual users of one stretch share.
 *
 * @param requestName the request name under which Gatling reports the requests
 */
record StretchAssignment(
        Stretch stretch, Pacing pacing, TaskMix mix, Recorder recorder, String requestName, long requestTimeoutNanos) {

    static StretchAssignment of(Stretch stretch, long start, Duration requestTimeout) {
        List<Task> tasks = stretch.workload().tasks();
        return new StretchAssignment(
                stretch,
                stretch.step().pacing().at(start, stretch.seed()),
                new TaskMix(tasks, stretch.step().users(), stretch.seed()),
                new Recorder(start, stretch.workload().expectsEqualLengths()),
                lineOf(stretch),
                requestTimeout.toNanos());
    }

    /**
     * The number of new request names in the dress rehearsal. Each new name invalidates compiled code of Gatling's writers: where a method
     * is inlined into another one, and that into a third, one name invalidates only the outermost copy that is left.
     */
    private static final int NEW_NAMES = 3;

    /** Returns the request name of a stretch. Rehearsals have their own: Gatling's writers are slow for a while after a new name. */
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
