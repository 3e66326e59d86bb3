package dev.versus.run;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.environment.AwakeCpus;
import dev.versus.measurement.UsageMeter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has requests on a timetable leave and be timed when they are due, while rounds run, as far as this user may: the threads that send
 * them are in a real-time class, on CPUs that are kept awake. Not before, for warming up is the compilers' time; and only where the
 * generator has CPUs of its own, for services are not to wait for it.
 */
final class Punctuality implements AutoCloseable {

    private final List<Integer> cpus;
    private final boolean realTime = RealTimeThreads.allowed();
    private final boolean awakeable = AwakeCpus.arePossible();
    private RealTimeThreads raised = new RealTimeThreads("");
    private boolean begun;
    private boolean punctual;
    private @Nullable AwakeCpus awake;

    /**
     * For rounds to come.
     *
     * @param cpus those to keep awake
     */
    Punctuality(Collection<Integer> cpus) {
        this.cpus = List.copyOf(cpus);
    }

    /** From now on, until it is closed. */
    synchronized void begin() {
        begun = true;
    }

    /** The same generator, punctual in the rounds that are paced. */
    LoadGenerator timely(LoadGenerator generator, LoadGenerator usual) {
        var threads = new RealTimeThreads(generator.threads());
        return stretch -> {
            prepare(stretch, threads);
            return usual.offer(stretch);
        };
    }

    private synchronized void prepare(Stretch stretch, RealTimeThreads threads) {
        raised = threads;
        be(begun && stretch.counted() && stretch.workload().isPaced());
    }

    private void be(boolean wanted) {
        if (realTime && wanted != punctual) {
            punctual = wanted;
            if (wanted) {
                raised.raise();
                awake = AwakeCpus.of(cpus).orElse(null);
            } else {
                letSleep();
                raised.lower();
            }
        }
    }

    private void letSleep() {
        AwakeCpus present = awake;
        if (present != null) {
            awake = null;
            present.close();
        }
    }

    /** The same meter, in whose readings an idle CPU that is kept awake counts as idle. */
    UsageMeter seenThrough(UsageMeter meter) {
        return () -> meter.read().withIdle(idleTicks());
    }

    private synchronized long idleTicks() {
        AwakeCpus present = awake;
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
