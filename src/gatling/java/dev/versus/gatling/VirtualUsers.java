package dev.versus.gatling;

import dev.versus.linux.TimerSlack;
import dev.versus.comparison.GeneratorStalled;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
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
 * All virtual users of a run, as a load generator: they gather at the turnstile, and each stretch of load sends off as many of
 * them as it needs and ends when all are back.
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

    /** A count of virtual users who are still to come back. */
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

    /** A new virtual user, who is to go to the turnstile; its event loop is made punctual. */
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

    /** Blocks until all have come to the turnstile, which Gatling lets them do once its own files stand. */
    void gather() {
        await(everyone);
    }

    @Override
    public Measurement offer(Stretch stretch) {
        await(everyone);
        int taking = stretch.step().users();
        Gathering back = new Gathering(taking);
        gathering = back;
        if (stretch.isOfRound()) {
            // Garbage of one target's turn is not to be collected in another's. Compiled code that knows objects of an
            // earlier stretch goes with them, so rehearsals do the same.
            System.gc();
        }
        UsageMeter meter = meters.apply(stretch.target());
        Usage before = meter.read();
        OwnWork ownBefore = OwnWork.sofar();
        Assignment assignment = Assignment.of(stretch, System.nanoTime(), requestTimeout);
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

    /** Lets every virtual user leave; to be called once, when no stretch is under way. */
    void dismiss() {
        await(everyone);
        for (int user = 0; user < number; user++) {
            send(user, null);
        }
    }

    private void send(int user, @Nullable Assignment assignment) {
        VirtualUser sent = users.get(user);
        Runnable wayOn = waysOn.get(user);
        if (sent == null || wayOn == null) {
            throw new IllegalStateException("virtual user " + user + " is not at the turnstile");
        }
        sent.assign(assignment);
        wayOn.run();
    }

    /** Waits for all to come back, as long as requests still end. */
    private void awaitBack(Gathering back, Assignment assignment) {
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
