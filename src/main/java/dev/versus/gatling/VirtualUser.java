package dev.versus.gatling;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Response;
import dev.versus.workload.Pacing;
import dev.versus.workload.Request;
import io.gatling.core.action.Action;
import io.gatling.javaapi.core.Session;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A virtual user: times and records each of its requests, and knows its part in the present stretch. It belongs to a Gatling session, and
 * only that session's event loop uses it; only assignments come from {@link VirtualUsers}, in another thread.
 */
final class VirtualUser {

    static final String KEY = "versus.user";
    /** The answer of {@link #nextStart} if there is nothing to send now. */
    static final long WAIT = Pacing.DONE;

    private final int number;
    private final Consumer<Runnable> waiting;

    private volatile @Nullable StretchAssignment assignment;
    private volatile boolean dismissed;
    private int task;
    private long row;
    private @Nullable Action action;
    private boolean passing;
    private boolean underWay;
    private boolean succeeded;
    private boolean answered;
    private long sentNanos;
    private long startNanos;

    /**
     * Makes a virtual user.
     *
     * @param number its number, from 0
     * @param waiting takes the task that resumes the user, when the user waits
     */
    VirtualUser(int number, Consumer<Runnable> waiting) {
        this.number = number;
        this.waiting = waiting;
    }

    static VirtualUser of(Session session) {
        VirtualUser user = session.get(KEY);
        if (user == null) {
            throw new IllegalStateException("a session without its virtual user");
        }
        return user;
    }

    int number() {
        return number;
    }

    /** Assigns the user to the next stretch; null dismisses the user when the run is over. */
    void assign(@Nullable StretchAssignment next) {
        action = null;
        assignment = next;
        dismissed = next == null;
    }

    boolean hasTurn() {
        return !dismissed;
    }

    /** Tells whether the user is being sent from the turnstile to its request right now, on this very call stack. */
    boolean isPassing() {
        return passing;
    }

    void passing(boolean now) {
        passing = now;
    }

    private StretchAssignment assignment() {
        StretchAssignment present = assignment;
        if (present == null) {
            throw new IllegalStateException("virtual user " + number + " has no turn");
        }
        return present;
    }

    /** Returns the user's number among those of its stretch, from 0. */
    private int place(StretchAssignment present) {
        return number - present.firstUser();
    }

    /** Returns when to send the next request, in ns; {@code now} if the user is dismissed, so that the session ends; or {@link #WAIT}. */
    long nextStart(long now) {
        if (dismissed) {
            return now;
        }
        StretchAssignment present = assignment;
        return present == null ? WAIT : present.pacing().nextStart(place(present), now);
    }

    void await(Runnable wayOn) {
        waiting.accept(wayOn);
    }

    /** Records that a request starts; times in ns. */
    void starts(long due, long now) {
        StretchAssignment present = assignment;
        if (present != null) {
            choose(present.mix().next());
            row = present.mix().nextRow(task);
            sentNanos = now;
            startNanos = present.pacing().countsFromIntendedStart() ? due : now;
            underWay = true;
            answered = false;
        }
    }

    /** Chooses a task. Most requests are like the one before, so its action is kept. */
    private void choose(int next) {
        if (next != task) {
            task = next;
            action = null;
        }
    }

    /** Returns the Gatling action that sends the present request; {@code actions} finds it by the call. */
    Action action(Function<Call, Action> actions) {
        Action present = action;
        if (present == null) {
            present = actions.apply(call());
            action = present;
        }
        return present;
    }

    /** Records a complete response; its body is read only if it is the first of the stretch. */
    void responded(int status, int length, Supplier<byte[]> body) {
        answered = true;
        Response response = new Response(startNanos, System.nanoTime(), status, length);
        succeeded = assignment().recorder().answered(response, () -> checksum(body.get()));
    }

    private static long checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body, 0, body.length);
        return crc.getValue();
    }

    /** Tells whether the last response counts as succeeded. */
    boolean succeeded() {
        return succeeded;
    }

    /** Records that the request is over, answered or not; does nothing if none is under way. */
    void ended(long now) {
        if (underWay && !answered) {
            boolean late = now - sentNanos >= assignment().requestTimeoutNanos();
            assignment().recorder().unanswered(late ? FailureKind.TIMEOUT : FailureKind.CONNECTION, startNanos, now);
        }
        underWay = false;
    }

    /** Returns the number of the row that fills the present request, if it has a feed. */
    long row() {
        return row;
    }

    /** Returns the present request as a call. */
    Call call() {
        StretchAssignment present = assignment();
        Request request = present.tasks().get(task).request();
        String url = present.target().addressFor(place(present)) + request.path();
        return new Call(present.requestName(), request, present.keepAlive(), url);
    }
}
