package dev.versus.environment;

import java.time.Duration;

/** Asks a service once whether it is ready. */
@FunctionalInterface
public interface Probe {

    boolean isReady();

    /** Ready once it has been asked for so long: for what has no port and no healthcheck. */
    static Probe settled(Pace pace, Duration moment) {
        long start = pace.nanoTime();
        return () -> pace.nanoTime() - start >= moment.toNanos();
    }
}
