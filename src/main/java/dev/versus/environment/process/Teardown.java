package dev.versus.environment.process;

import dev.versus.environment.Run;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes a run down: once, whoever asks, and at the end of the JVM if nobody has asked. Whoever asks while it is being done waits
 * until it is done.
 */
final class Teardown implements Runnable {

    private final Fleet fleet;
    private final Run run;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::takeDown, "versus-teardown");

    Teardown(Fleet fleet, Run run) {
        this.fleet = fleet;
        this.run = run;
    }

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
            // The JVM ends: its hook found the work done, or waits for it.
        }
    }

    private void takeDown() {
        fleet.cancel();
        if (!asked.compareAndSet(false, true)) {
            awaitDone();
            return;
        }
        try {
            fleet.stop();
        } finally {
            run.delete();
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
