package dev.versus.environment;

import java.time.Duration;

/** The passing of time, so that tests need not wait for it. */
public interface Pace {

    long nanoTime();

    /** Waits; returns early with the thread's interrupt kept if it is interrupted. */
    void pause(Duration duration);

    static Pace real() {
        return new Pace() {
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
