package dev.versus.environment;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Wait, bounded in time, until a service is ready. During a start, a service is asked more often than its healthcheck's interval says,
 * because a start is short and the interval is long. The wait ends at once if the service ends or is no longer needed.
 */
final class Readiness {

    private final Pace pace;
    private final BooleanSupplier isWanted;

    /** @param isWanted tells whether services are still needed: the failure of another service ends the whole launch */
    Readiness(Pace pace, BooleanSupplier isWanted) {
        this.pace = pace;
        this.isWanted = isWanted;
    }

    enum Outcome {
        READY,
        ENDED,
        NEVER_READY,
        ABANDONED
    }

    /** Limit of the wait, and pause between two questions. */
    record Patience(Duration limit, Duration poll) {}

    /** Asks the probe repeatedly, and returns how the wait ended. */
    Outcome await(BooleanSupplier isAlive, Probe probe, Patience patience) {
        long start = pace.nanoTime();
        while (true) {
            if (!isAlive.getAsBoolean()) {
                return Outcome.ENDED;
            }
            if (!isWanted.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return Outcome.ABANDONED;
            }
            if (probe.isReady()) {
                return isAlive.getAsBoolean() ? Outcome.READY : Outcome.ENDED;
            }
            if (pace.nanoTime() - start >= patience.limit().toNanos()) {
                return Outcome.NEVER_READY;
            }
            pace.pause(patience.poll());
        }
    }
}
