package dev.versus.gatling;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.FirstAnswer;
import dev.versus.measurement.Response;
import dev.versus.workload.Pacing;
import dev.versus.workload.Request;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.netty.channel.EventLoop;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private @Nullable Session begun;
    private @Nullable Session session;
    private boolean passing;
    private boolean underWay;
    private boolean succeeded;
    private boolean answered;
    private boolean malformed;
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

    static VirtualUser of(io.gatling.javaapi.core.Session session) {
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
        session = null;
        assignment = next;
        dismissed = next == null;
    }

    /** Takes the session with which the user comes to the turnstile. What an answer left in it is kept only for a workload with cookies. */
    void comesBack(Session with, CleanSessions sessions) {
        StretchAssignment present = assignment;
        if (begun == null) {
            begun = sessions.begun(with);
        } else if (present != null && present.keepsCookies()) {
            session = with;
        }
    }

    /** Returns the session of the next request: a clean one at the beginning of each stretch. */
    Session session(CleanSessions sessions) {
        Session next = session;
        if (next == null) {
            next = sessions.forSite(begun(), assignment().site());
            session = next;
        }
        return next;
    }

    /** Returns the session with which the user began. */
    Session begun() {
        return Objects.requireNonNull(begun);
    }

    EventLoop eventLoop() {
        return begun().eventLoop();
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
            malformed = false;
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

    /** Records that the present request opened a connection. */
    void connected() {
        assignment().recorder().connected();
    }

    /** Tells whether more than its length and status is wanted of an answer. */
    boolean wantsMore() {
        return assignment().recorder().lacksFirst();
    }

    /** Keeps more of an answer with a 2xx or 3xx status. */
    void first(FirstAnswer answer) {
        assignment().recorder().first(answer);
    }

    /** Records a complete response. */
    void responded(int status, long length) {
        answered = true;
        Response response = new Response(startNanos, System.nanoTime(), status, length);
        succeeded = assignment().recorder().answered(response, task);
    }

    /** Records that what came over the connection is no complete response. */
    void malformed() {
        malformed = true;
    }

    /** Tells whether the last response counts as succeeded. */
    boolean succeeded() {
        return succeeded;
    }

    /** Records that the request is over, answered or not; does nothing if none is under way. */
    void ended(long now) {
        if (underWay && !answered) {
            assignment().recorder().unanswered(failure(now), task, startNanos, now);
        }
        underWay = false;
    }

    private FailureKind failure(long now) {
        if (now - sentNanos >= assignment().requestTimeoutNanos()) {
            return FailureKind.TIMEOUT;
        }
        return malformed ? FailureKind.MALFORMED : FailureKind.CONNECTION;
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
