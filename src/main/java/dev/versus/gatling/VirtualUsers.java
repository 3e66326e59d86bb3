package dev.versus.gatling;

import dev.versus.comparison.GeneratorStalled;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Slicing;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.linux.TimerSlack;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.OwnWork;
import dev.versus.measurement.Recorder;
import dev.versus.measurement.Usage;
import dev.versus.measurement.UsageMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        Gathering back = awaitAll(stretch.step().users());
        if (stretch.isOfRound() && stretch.opens()) {
            collectGarbage();
        }
        UsageMeter meter = meters.apply(stretch.target());
        Usage before = meter.read();
        OwnWork ownBefore = OwnWork.sofar();
        StretchAssignment assignment = send(stretch, 0);
        awaitBack(back, List.of(assignment));
        OwnWork own = OwnWork.sofar().since(ownBefore);
        atRest = own.isAtRest();
        Recorder recorder = assignment.recorder();
        if (stretch.counted()) {
            stretch.workload().requests().ifPresent(due -> recorder.notSent(due - recorder.ended()));
        }
        return recorder.measurement(meter.read().since(before).withGenerator(own.cpu()));
    }

    @Override
    public List<List<Measurement>> offerTogether(List<Stretch> stretches, Slicing slicing) {
        Gathering back = awaitAll(
                stretches.stream().mapToInt(stretch -> stretch.step().users()).sum());
        collectGarbage();
        List<StretchAssignment> sent = new ArrayList<>();
        int first = 0;
        for (Stretch stretch : stretches) {
            sent.add(send(stretch, first));
            first += stretch.step().users();
        }
        OwnWork before = OwnWork.sofar();
        List<SlicedLoad> loads = slice(sent, slicing);
        awaitBack(back, sent);
        atRest = OwnWork.sofar().since(before).isAtRest();
        List<List<Measurement>> measured =
                loads.stream().map(SlicedLoad::measurements).toList();
        return IntStream.range(0, slicing.number())
                .mapToObj(slice -> measured.stream().map(one -> one.get(slice)).toList())
                .toList();
    }

    private List<SlicedLoad> slice(List<StretchAssignment> sent, Slicing slicing) {
        long begin = System.nanoTime() + slicing.leadIn().toNanos();
        Waits.until(begin);
        List<SlicedLoad> loads = sent.stream()
                .map(assignment -> new SlicedLoad(assignment, meters.apply(assignment.target()), sent.size()))
                .toList();
        for (int slice = 1; slice <= slicing.number(); slice++) {
            Waits.until(begin + slice * slicing.slice().toNanos());
            loads.forEach(SlicedLoad::cut);
        }
        return loads;
    }

    @Override
    public boolean offersTogether() {
        return true;
    }

    /** Waits until all users are at the turnstile, and then expects so many of them back. */
    private Gathering awaitAll(int taking) {
        await(everyone);
        Gathering back = new Gathering(taking);
        gathering = back;
        return back;
    }

    /**
     * Collects garbage: that of one round must not be collected in the next one. The collection also discards compiled code that refers
     * to objects of an earlier turn, so rehearsals collect as well.
     */
    private static void collectGarbage() {
        System.gc();
    }

    /** Sends off the users of a stretch, from this number on. */
    private StretchAssignment send(Stretch stretch, int firstUser) {
        StretchAssignment assignment = StretchAssignment.of(stretch, firstUser, System.nanoTime(), requestTimeout);
        for (int user = 0; user < stretch.step().users(); user++) {
            send(firstUser + user, assignment);
        }
        return assignment;
    }

    @Override
    public String threads() {
        return "gatling-";
    }

    @Override
    public boolean isAtRest() {
        return atRest;
    }

    @Override
    public void rest(Duration time) {
        Waits.until(System.nanoTime() + time.toNanos());
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
    private void awaitBack(Gathering back, List<StretchAssignment> sent) {
        Duration longestPause = sent.stream()
                .map(assignment -> assignment.stretch().workload().longestPause())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration patience = requestTimeout.plus(longestPause).plus(PATIENCE);
        long ended = -1;
        while (back.getCount() > 0 && ended != ended(sent)) {
            ended = ended(sent);
            Waits.uninterrupted(() -> back.await(patience.toMillis(), TimeUnit.MILLISECONDS));
        }
        if (back.getCount() > 0) {
            String targets =
                    sent.stream().map(assignment -> assignment.target().name()).collect(Collectors.joining(" and "));
            throw new GeneratorStalled(back.getCount(), targets, patience);
        }
    }

    private static long ended(List<StretchAssignment> sent) {
        return sent.stream()
                .mapToLong(assignment -> assignment.recorder().ended())
                .sum();
    }

    private static void await(Gathering gathering) {
        Waits.uninterrupted(() -> {
            gathering.await();
            return true;
        });
    }
}
