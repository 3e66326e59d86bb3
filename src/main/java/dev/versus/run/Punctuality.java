package dev.versus.run;

import dev.versus.comparison.Stretch;
import dev.versus.environment.BusyCpus;
import dev.versus.measurement.UsageMeter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of paced rounds leave, and be timed, when they are due: it puts the threads that send them into a real-time class and
 * keeps their CPUs awake, as far as this user may. It does so in counted rounds only, for during the warm-up the compilers need the CPUs;
 * and only where the generator has CPUs of its own, so that services do not wait for it.
 */
final class Punctuality implements AutoCloseable {

    private final List<Integer> cpus;
    private final boolean realTime = RealTimeThreads.allowed();
    private final boolean awakeable = BusyCpus.arePossible();
    private RealTimeThreads raised = new RealTimeThreads("");
    private boolean begun;
    private boolean punctual;
    private @Nullable BusyCpus awake;

    /**
     * Makes a punctuality that is off until {@link #begin}.
     *
     * @param cpus the CPUs to keep awake
     */
    Punctuality(Collection<Integer> cpus) {
        this.cpus = List.copyOf(cpus);
    }

    /** Allows punctuality from now on, until {@link #close}. */
    synchronized void begin() {
        begun = true;
    }

    /**
     * Makes the generator punctual in counted rounds of paced workloads, and in no other stretch.
     *
     * @param threads those that send requests
     */
    synchronized void prepare(Stretch stretch, RealTimeThreads threads) {
        raised = threads;
        be(begun && stretch.counted() && stretch.workload().isPaced());
    }

    private void be(boolean wanted) {
        if (realTime && wanted != punctual) {
            punctual = wanted;
            if (wanted) {
                raised.raise();
                awake = BusyCpus.of(cpus).orElse(null);
            } else {
                letSleep();
                raised.lower();
            }
        }
    }

    private void letSleep() {
        BusyCpus present = awake;
        if (present != null) {
            awake = null;
            present.close();
        }
    }

    /** Returns the meter, corrected so that a CPU that is only kept awake counts as idle. */
    UsageMeter seenThrough(UsageMeter meter) {
        return () -> meter.read().withIdle(idleTicks());
    }

    private synchronized long idleTicks() {
        BusyCpus present = awake;
        return present == null ? 0 : present.ticks();
    }

    @Override
    public synchronized void close() {
        begun = false;
        be(false);
    }

    @Override
    public String toString() {
        if (!realTime) {
            return "not in real time";
        }
        return awakeable ? "timetables in real time, awake" : "timetables in real time";
    }
}
