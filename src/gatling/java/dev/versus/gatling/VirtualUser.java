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
 * One virtual user: the probe around each of its requests, and its place in the present stretch. It lives in a Gatling session,
 * whose event loop alone touches it; only its waiting is shared with the {@link VirtualUsers}.
 */
final class VirtualUser {

    static final String KEY = "versus.user";
    /** The answer of {@link #nextStart} to a user for whom nothing is to do now. */
    static final long WAIT = Pacing.DONE;

    private final int number;
    private final Consumer<Runnable> waiting;

    private volatile @Nullable Assignment assignment;
    private volatile boolean dismissed;
    private int task;
    private @Nullable Action action;
    private boolean passing;
    private boolean underWay;
    private boolean succeeded;
    private boolean answered;
    private long sentNanos;
    private long startNanos;

    /**
     * A virtual user.
     *
     * @param number from 0
     * @param waiting is handed the way on of a user who waits
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

    /** Gives the user its part in the next stretch, or none when all is over. */
    void assign(@Nullable Assignment next) {
        action = null;
        assignment = next;
        dismissed = next == null;
    }

    boolean hasTurn() {
        return !dismissed;
    }

    /** Whether it is on its way from the turnstile to its request right now, on this very stack. */
    boolean isPassing() {
        return passing;
    }

    void passing(boolean now) {
        passing = now;
    }

    private Assignment assignment() {
        Assignment present = assignment;
        if (present == null) {
            throw new IllegalStateException("virtual user " + number + " has no turn");
        }
        return present;
    }

    /** When to send next; now when all is over, for the session to leave; or {@link #WAIT}. */
    long nextStart(long now) {
        if (dismissed) {
            return now;
        }
        Assignment present = assignment;
        return present == null ? WAIT : present.pacing().nextStart(number, now);
    }

    void await(Runnable wayOn) {
        waiting.accept(wayOn);
    }

    /** A request starts: it was due at one time, and leaves now. */
    void starts(long due, long now) {
        Assignment present = assignment;
        if (present != null) {
            choose(present.mix().next(number));
            sentNanos = now;
            startNanos = present.pacing().countsFromIntendedStart() ? due : now;
            underWay = true;
            answered = false;
        }
    }

    /** Most requests are like the one before: their action stays. */
    private void choose(int next) {
        if (next != task) {
            task = next;
            action = null;
        }
    }

    /** The Gatling action that sends the present request, among those for all calls. */
    Action action(Function<Call, Action> actions) {
        Action present = action;
        if (present == null) {
            present = actions.apply(call());
            action = present;
        }
        return present;
    }

    /** A complete response is in; its body is read only where it has to be. */
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

    /** Whether the last response counts as succeeded. */
    boolean succeeded() {
        return succeeded;
    }

    /** The request is over, answered or not. */
    void ended(long now) {
        if (underWay && !answered) {
            boolean late = now - sentNanos >= assignment().requestTimeoutNanos();
            assignment().recorder().unanswered(late ? FailureKind.TIMEOUT : FailureKind.CONNECTION, startNanos, now);
        }
        underWay = false;
    }

    /** What the present request is. */
    Call call() {
        Assignment present = assignment();
        Request request = present.tasks().get(task).request();
        String url = present.target().addressFor(number) + request.path();
        return new Call(present.requestName(), request, present.keepAlive(), url);
    }
}
