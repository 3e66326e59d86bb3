package dev.versus.gatling;

import java.util.concurrent.TimeUnit;

/** Waits of the thread that conducts a run, which nobody interrupts but to end it. */
final class Waits {

    private Waits() {}

    /** A wait that another thread may interrupt; its result is of no use. */
    interface Wait {
        boolean await() throws InterruptedException;
    }

    /** Waits until a moment of {@link System#nanoTime}. */
    static void until(long nanos) {
        uninterrupted(() -> {
            TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
            return true;
        });
    }

    /**
     * Waits.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    static void uninterrupted(Wait wait) {
        try {
            var unused = wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while load was offered", e);
        }
    }
}
