package dev.versus.gatling;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.environment.AwakeCpus;
import dev.versus.environment.CpuSplit;
import dev.versus.measurement.UsageMeter;
import org.jspecify.annotations.Nullable;

/**
 * Has requests leave and be timed when they are due, while rounds run, as far as this user may: the CPUs are kept awake, and the
 * threads that send on a timetable are in a real-time class. Not before, for warming up is the compilers' time; and only where the
 * generator has CPUs of its own, for services are not to wait for it.
 */
final class Punctuality implements AutoCloseable {

    private final CpuSplit split;
    private final boolean realTime = RealTimeThreads.allowed();
    private final boolean awakeable = AwakeCpus.arePossible();
    private boolean begun;
    private boolean raised;
    private @Nullable AwakeCpus awake;

    Punctuality(CpuSplit split) {
        this.split = split;
    }

    /** From now on, until it is closed. */
    synchronized void begin() {
        begun = true;
        awake = AwakeCpus.of(split).orElse(null);
    }

    /** The same generator, in real time for the rounds that are paced. */
    LoadGenerator timely(LoadGenerator usual) {
        return stretch -> {
            prepare(stretch);
            return usual.offer(stretch);
        };
    }

    private synchronized void prepare(Stretch stretch) {
        raise(begun && stretch.counted() && stretch.workload().isPaced());
    }

    private void raise(boolean wanted) {
        if (realTime && wanted != raised) {
            raised = wanted;
            if (wanted) {
                RealTimeThreads.raise();
            } else {
                RealTimeThreads.lower();
            }
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
        raise(false);
        AwakeCpus present = awake;
        if (present != null) {
            awake = null;
            present.close();
        }
    }

    @Override
    public String toString() {
        String awakeness = awakeable ? "kept awake" : "left to sleep";
        return realTime ? awakeness + ", timetables in real time" : awakeness;
    }
}
