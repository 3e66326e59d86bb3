package dev.versus.environment;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Brings a system up in the order of its dependencies. The first failure is the one that is told, and it ends the waiting of all other
 * services.
 */
public final class Ascent implements StartGraph.Steps {

    private final StartGraph.Steps steps;
    private final Runnable cancel;
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();

    /**
     * @param steps what is done for each service
     * @param cancel sees to it that nothing more is started and nobody waits any longer
     */
    public Ascent(StartGraph.Steps steps, Runnable cancel) {
        this.steps = steps;
        this.cancel = cancel;
    }

    /** Returns when every service is ready; throws the first failure once every other step has ended. */
    public void run(SystemDefinition system) {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            new StartGraph(executor).run(system, this).join();
        } catch (CompletionException failed) {
            RuntimeException first = firstFailure.get();
            throw first == null ? failed : first;
        } finally {
            executor.shutdownNow();
        }
    }

    @Override
    public void start(ServiceDefinition service) {
        step(steps::start, service);
    }

    @Override
    public void awaitReady(ServiceDefinition service) {
        step(steps::awaitReady, service);
    }

    private void step(Consumer<ServiceDefinition> step, ServiceDefinition service) {
        try {
            step.accept(service);
        } catch (RuntimeException failed) {
            firstFailure.compareAndSet(null, failed);
            cancel.run();
            throw failed;
        }
    }
}
