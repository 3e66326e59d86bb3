package dev.versus.environment;

import java.time.Duration;

/** Source of time and of pauses, which tests replace so that they need not wait. */
public interface Ticker {

    /** Returns a time in nanoseconds, as {@link System#nanoTime} does. */
    long nanoTime();

    /** Waits. If the thread is interrupted, it returns early and keeps the interrupt. */
    void pause(Duration duration);

    /** Returns the real clock and real pauses. */
    static Ticker real() {
        return new Ticker() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) {
                try {
                    Thread.sleep(duration.toMillis());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
