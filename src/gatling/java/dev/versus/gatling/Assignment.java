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

    /** Rehearsals have a line of their own, for Gatling's writers are slow for a while after a name that is new to them. */
    private static String lineOf(Stretch stretch) {
        String name = stretch.target().name();
        return switch (stretch.part()) {
            case WARM_UP -> "warm-up of " + name;
            case REHEARSAL -> "rehearsal of all targets";
            case DRESS_REHEARSAL -> "dress rehearsal";
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
