package dev.versus.environment;

import java.time.Duration;

/**
 * Waits until a service is ready, for a bounded time. While it starts it is asked more often than its healthcheck's interval says,
 * because a start is short and an interval is long; that it has ended, or is no longer wanted, is noticed at once.
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

    /** What is waited for. */
    public interface Waited {

        boolean isAlive();

        /** Whether anybody still waits: another service's failure ends the launch of all. */
        boolean isWanted();
    }

    /** How long to wait, and how long to pause between two questions. */
    public record Patience(Duration limit, Duration poll) {}

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
