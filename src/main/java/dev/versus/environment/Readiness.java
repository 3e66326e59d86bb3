package dev.versus.environment;

import java.time.Duration;

/**
 * Wait, bounded in time, until a service is ready. During a start, a service is asked more often than its healthcheck's interval says,
 * because a start is short and the interval is long. The wait ends at once if the service ends or is no longer needed.
 */
public final class Readiness {

    private final Pace pace;

    public Readiness(Pace pace) {
        this.pace = pace;
    }

    public enum Outcome {
        READY,
        ENDED,
        NEVER_READY,
        ABANDONED
    }

    /** The service that is waited for. */
    public interface Waited {

        boolean isAlive();

        /** Tells whether the service is still needed: the failure of another service ends the whole launch. */
        boolean isWanted();
    }

    /** Limit of the wait, and pause between two questions. */
    public record Patience(Duration limit, Duration poll) {}

    /** Asks the probe repeatedly, and returns how the wait ended. */
    public Outcome await(Waited service, Probe probe, Patience patience) {
        long start = pace.nanoTime();
        while (true) {
            if (!service.isAlive()) {
                return Outcome.ENDED;
            }
            if (!service.isWanted() || Thread.currentThread().isInterrupted()) {
                return Outcome.ABANDONED;
            }
            if (probe.isReady()) {
                return service.isAlive() ? Outcome.READY : Outcome.ENDED;
            }
            if (pace.nanoTime() - start >= patience.limit().toNanos()) {
                return Outcome.NEVER_READY;
            }
            pace.pause(patience.poll());
        }
    }
}
