package dev.versus.gatling;

import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.measurement.Recorder;
import dev.versus.workload.Pacing;
import dev.versus.workload.Task;
import dev.versus.workload.TaskMix;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The data that all virtual users of one stretch share.
 *
 * @param firstUser the number of the first virtual user; those that follow it have the next numbers
 * @param recording the recorder of the present slice
 * @param requestName the request name under which Gatling reports the requests
 * @param site the site whose connections are used
 */
record StretchAssignment(
        Stretch stretch,
        int firstUser,
        Pacing pacing,
        TaskMix mix,
        AtomicReference<Recorder> recording,
        String requestName,
        LoadedSite site,
        long requestTimeoutNanos) {

    static StretchAssignment of(Stretch stretch, int firstUser, long start, Duration requestTimeout) {
        List<Task> tasks = stretch.workload().tasks();
        return new StretchAssignment(
                stretch,
                firstUser,
                stretch.step().pacing().at(start, stretch.seed()),
                new TaskMix(tasks, stretch.seed()),
                new AtomicReference<>(recorder(stretch, start)),
                lineOf(stretch),
                LoadedSite.of(stretch),
                requestTimeout.toNanos());
    }

    private static Recorder recorder(Stretch stretch, long start) {
        return new Recorder(
                start,
                stretch.workload().expectsEqualLengths(),
                Task.endpoints(stretch.workload().tasks()));
    }

    Recorder recorder() {
        return Objects.requireNonNull(recording.get());
    }

    /** Begins a new slice: requests that end from now on are recorded anew. Returns the recorder of the slice before. */
    Recorder recordAnew() {
        return Objects.requireNonNull(recording.getAndSet(recorder().anew(System.nanoTime())));
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
            case DUET -> "duet of " + name;
        };
    }

    Target target() {
        return stretch.target();
    }

    List<Task> tasks() {
        return stretch.workload().tasks();
    }

    boolean keepAlive() {
        return site.keepAlive();
    }

    boolean keepsCookies() {
        return stretch.workload().client().keepsCookies();
    }
}
