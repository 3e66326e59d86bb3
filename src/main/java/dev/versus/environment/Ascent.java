package dev.versus.environment;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Start of a system's services in the order of their dependencies. The first failure cancels all other services and is the one that is
 * thrown.
 */
public final class Ascent implements StartGraph.Steps {

    private final StartGraph.Steps steps;
    private final Runnable cancel;
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();

    /**
     * @param steps starts one service and waits until it is ready
     * @param cancel prevents any further start and ends all waiting
     */
    public Ascent(StartGraph.Steps steps, Runnable cancel) {
        this.steps = steps;
        this.cancel = cancel;
    }

    /**
     * Starts the system and returns when every service is ready. After a failure it waits until every other step has ended, then throws the
     * first failure.
     */
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
