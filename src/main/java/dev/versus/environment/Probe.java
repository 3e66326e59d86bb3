package dev.versus.environment;

import java.time.Duration;

/** Asks a service once whether it is ready. */
@FunctionalInterface
public interface Probe {

    boolean isReady();

    /** The same, with what was asked and what came back. */
    default Health ask() {
        boolean ready = isReady();
        return new Health(ready, ready ? "ready" : "not ready");
    }

    /** Ready once it has been asked for so long: for what has no port and no healthcheck. */
    static Probe settled(Pace pace, Duration moment) {
        long start = pace.nanoTime();
        return () -> pace.nanoTime() - start >= moment.toNanos();
    }
}
