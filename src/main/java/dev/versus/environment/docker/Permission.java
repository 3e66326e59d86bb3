package dev.versus.environment.docker;

import dev.versus.environment.Abandoned;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Permission to make things, which can be withdrawn. Withdrawing it waits for everything that is just being made, so that it can be
 * removed.
 */
final class Permission {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean withdrawn;

    /**
     * Makes something. Several threads may do so at once.
     *
     * @throws Abandoned if the permission has been withdrawn
     */
    <T> T make(Supplier<T> making) {
        lock.readLock().lock();
        try {
            if (withdrawn) {
                throw new Abandoned();
            }
            return making.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    void withdraw() {
        lock.writeLock().lock();
        try {
            withdrawn = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    boolean isGranted() {
        return !withdrawn;
    }
}
