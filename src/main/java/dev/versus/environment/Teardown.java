package dev.versus.environment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes a run down: once, whoever asks, and at the end of the JVM if nobody has asked. Whoever asks while it is being done waits
 * until it is done.
 */
public final class Teardown implements Runnable {

    private final Runnable cancel;
    private final Runnable remove;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::takeDown, "versus-teardown");

    /**
     * @param cancel sees to it that nothing more is started; called by everyone who asks
     * @param remove removes everything that was; called once
     */
    public Teardown(Runnable cancel, Runnable remove) {
        this.cancel = cancel;
        this.remove = remove;
    }

    public Teardown atShutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    @Override
    public void run() {
        takeDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM ends: its hook found the work done, or waits for it.
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
