package dev.versus.environment;

import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Cancellation of a launch. Cancelling waits for everything that is just being made, so that the removal finds all of it. */
final class Cancellation {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean cancelled;

    /** Makes something that must be removed later. */
    interface Making {
        void make() throws IOException;
    }

    /**
     * Makes something. Several threads may do so at once.
     *
     * @throws Abandoned if the launch is cancelled
     */
    void unlessCancelled(Making making) throws IOException {
        lock.readLock().lock();
        try {
            check();
            making.make();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Throws {@link Abandoned} if the launch is cancelled. */
    void check() {
        if (cancelled) {
            throw new Abandoned();
        }
    }

    void cancel() {
        lock.writeLock().lock();
        try {
            cancelled = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }
}
