package dev.versus.environment;

import dev.versus.system.Dependency;
import dev.versus.system.Dependency.Condition;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Graph of the dependencies of services. It starts every service as soon as the services that it depends on have started, or are healthy if
 * it requires that. The first failure cancels all other services and is the one that is thrown.
 */
final class StartGraph {

    private final Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Steps steps;
    private final Runnable cancel;

    /** The two steps of every service. Each may block and may throw. */
    interface Steps {

        void start(ServiceDefinition service);

        void awaitReady(ServiceDefinition service);
    }

    /**
     * @param steps starts one service and waits until it is ready
     * @param cancel prevents any further start and ends all waiting
     */
    StartGraph(Steps steps, Runnable cancel) {
        this.steps = steps;
        this.cancel = cancel;
    }

    /**
     * Starts the system, once, and returns when every service is ready. After a failure it waits until every other step has ended, then
     * throws the first failure.
     */
    void run(SystemDefinition system) {
        try {
            system.startOrder().forEach(level -> level.forEach(this::add));
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            RuntimeException first = firstFailure.get();
            throw first == null ? failed : first;
        } finally {
            executor.shutdownNow();
        }
    }

    private void add(ServiceDefinition service) {
        var needed = service.dependsOn().stream().map(this::step).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> start =
                CompletableFuture.allOf(needed).thenRunAsync(() -> run(steps::start, service), executor);
        started.put(service.name(), start);
        ready.put(service.name(), start.thenRunAsync(() -> run(steps::awaitReady, service), executor));
    }

    private CompletableFuture<Void> step(Dependency dependency) {
        var known = dependency.condition() == Condition.HEALTHY ? ready : started;
        return known.getOrDefault(dependency.service(), CompletableFuture.completedFuture(null));
    }

    private void run(Consumer<ServiceDefinition> step, ServiceDefinition service) {
        try {
            step.accept(service);
        } catch (RuntimeException failed) {
            firstFailure.compareAndSet(null, failed);
            cancel.run();
            throw failed;
        }
    }
}
