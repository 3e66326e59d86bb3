package dev.versus.gatling;

import dev.versus.comparison.GeneratorStalled;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.linux.TimerSlack;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.OwnWork;
import dev.versus.measurement.Recorder;
import dev.versus.measurement.Usage;
import dev.versus.measurement.UsageMeter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All virtual users of a run, as a load generator. They wait at the turnstile; each stretch of load sends off as many of them as it needs
 * and ends when all are back.
 */
final class VirtualUsers implements LoadGenerator {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int number;
    private final Function<Target, UsageMeter> meters;
    private final Duration requestTimeout;
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicReferenceArray<@Nullable VirtualUser> users;
    private final AtomicReferenceArray<@Nullable Runnable> waysOn;
    private final Gathering everyone;
    private volatile Gathering gathering;
    private volatile boolean atRest = true;

    /** A count of the virtual users who have not come back yet. */
    private static final class Gathering extends CountDownLatch {
        Gathering(int users) {
            super(users);
        }
    }

    VirtualUsers(int number, Function<Target, UsageMeter> meters, Duration requestTimeout) {
        this.number = number;
        this.meters = meters;
        this.requestTimeout = requestTimeout;
        this.users = new AtomicReferenceArray<>(number);
        this.waysOn = new AtomicReferenceArray<>(number);
        this.everyone = new Gathering(number);
        this.gathering = everyone;
    }

    int number() {
        return number;
    }

    /** Adds a virtual user, who must go to the turnstile next, and lowers the timer slack of its event loop. */
    VirtualUser join() {
        boolean unused = TimerSlack.leastForThisThread();
        int mine = joined.getAndIncrement();
        VirtualUser user = new VirtualUser(mine, wayOn -> {
            waysOn.set(mine, wayOn);
            gathering.countDown();
        });
        users.set(mine, user);
        return user;
    }

    /** Blocks until all users are at the turnstile; Gatling starts them only once it has made its own files. */
    void gather() {
        await(everyone);
    }

    @Override
    public Measurement offer(Stretch stretch) {
        await(everyone);
        int taking = stretch.step().users();
        Gathering back = new Gathering(taking);
        gathering = back;
        if (stretch.isOfRound() && stretch.repetition() == 0) {
            // Garbage of one target's turn must not be collected in another's. The collection also discards compiled
            // code that refers to objects of an earlier turn, so rehearsals collect as well.
            System.gc();
        }
        UsageMeter meter = meters.apply(stretch.target());
        Usage before = meter.read();
        OwnWork ownBefore = OwnWork.sofar();
        StretchAssignment assignment = StretchAssignment.of(stretch, System.nanoTime(), requestTimeout);
        for (int user = 0; user < taking; user++) {
            send(user, assignment);
        }
        awaitBack(back, assignment);
        OwnWork own = OwnWork.sofar().since(ownBefore);
        atRest = own.isAtRest();
        Recorder recorder = assignment.recorder();
        if (stretch.counted()) {
            stretch.workload().requests().ifPresent(due -> recorder.notSent(due - recorder.ended()));
        }
        return recorder.measurement(meter.read().since(before).withGenerator(own.cpu()));
    }

    @Override
    public String threads() {
        return "gatling-";
    }

    @Override
    public boolean isAtRest() {
        return atRest;
    }

    /** Dismisses all virtual users; to be called once, when no stretch is under way. */
    void dismiss() {
        await(everyone);
        for (int user = 0; user < number; user++) {
            send(user, null);
        }
    }

    private void send(int user, @Nullable StretchAssignment assignment) {
        VirtualUser sent = users.get(user);
        Runnable wayOn = waysOn.get(user);
        if (sent == null || wayOn == null) {
            throw new IllegalStateException("virtual user " + user + " is not at the turnstile");
        }
        sent.assign(assignment);
        wayOn.run();
    }

    /** Waits until all are back, and gives up only when no request has ended for the longest time that one may take. */
    private void awaitBack(Gathering back, StretchAssignment assignment) {
        Duration patience = requestTimeout
                .plus(assignment.stretch().workload().longestPause())
                .plus(PATIENCE);
        long ended = -1;
        while (back.getCount() > 0 && ended != assignment.recorder().ended()) {
            ended = assignment.recorder().ended();
            awaitAtMost(patience, back);
        }
        if (back.getCount() > 0) {
            throw new GeneratorStalled(back.getCount(), assignment.target().name(), patience);
        }
    }

    private static void awaitAtMost(Duration patience, Gathering back) {
        try {
            var unused = back.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while load was offered", e);
        }
    }

    private static void await(Gathering gathering) {
        try {
            gathering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while load was offered", e);
        }
    }
}
