package dev.versus.environment;

import java.time.Duration;

/** Question to a service whether it is ready. */
@FunctionalInterface
public interface Probe {

    /** Asks once and tells whether the service is ready. */
    boolean isReady();

    /** Asks once and returns the question and the answer in words, too. */
    default Health ask() {
        boolean ready = isReady();
        return new Health(ready, ready ? "ready" : "not ready");
    }

    /** Returns a probe that is ready once this time has passed since its creation, for a service with neither a port nor a healthcheck. */
    static Probe settled(Ticker ticker, Duration moment) {
        long start = ticker.nanoTime();
        return () -> ticker.nanoTime() - start >= moment.toNanos();
    }
}
