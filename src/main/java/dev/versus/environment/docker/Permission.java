package dev.versus.environment.docker;

import dev.versus.environment.Abandoned;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Whether anything may still be made: whoever withdraws it waits until what is just being made is there to be removed. */
final class Permission {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean withdrawn;

    /**
     * Makes something; several may at once.
     *
     * @throws Abandoned if nothing may be made any more
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
