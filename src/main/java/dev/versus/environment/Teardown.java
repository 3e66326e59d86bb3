package dev.versus.environment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Removal of a run that happens exactly once, whoever calls it, and at the end of the JVM at the latest. A caller that comes while the
 * removal runs waits until it is done.
 */
final class Teardown implements Runnable {

    private final Runnable cancel;
    private final Runnable remove;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::takeDown, "versus-teardown");

    /**
     * @param cancel prevents any further start; called for every caller
     * @param remove removes everything that was made; called once
     */
    Teardown(Runnable cancel, Runnable remove) {
        this.cancel = cancel;
        this.remove = remove;
    }

    /** Registers the removal as a shutdown hook of the JVM, and returns this object. */
    Teardown atShutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    @Override
    public void run() {
        takeDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM is shutting down: its hook finds the work done, or waits for it.
        }
    }

    private void takeDown() {
        cancel.run();
        if (!asked.compareAndSet(false, true)) {
            awaitDone();
            return;
        }
        try {
            remove.run();
        } finally {
            done.countDown();
        }
    }

    private void awaitDone() {
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
