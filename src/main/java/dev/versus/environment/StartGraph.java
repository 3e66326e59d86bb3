package dev.versus.environment;

import dev.versus.system.Dependency;
import dev.versus.system.Dependency.Condition;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Graph of the dependencies of services. It starts every service as soon as the services that it depends on have started, or are healthy if
 * it requires that.
 */
public final class StartGraph {

    private final Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
    private final Executor executor;

    public StartGraph(Executor executor) {
        this.executor = executor;
    }

    /** The two steps of every service. Each may block and may throw. */
    public interface Steps {

        void start(ServiceDefinition service);

        void awaitReady(ServiceDefinition service);
    }

    /**
     * Starts the whole system. The result completes when every service is ready; it fails if any step fails, after every other step has
     * ended.
     */
    public CompletableFuture<Void> run(SystemDefinition system, Steps steps) {
        system.startOrder().forEach(level -> level.forEach(service -> add(service, steps)));
        return CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
    }

    private void add(ServiceDefinition service, Steps steps) {
        var needed = service.dependsOn().stream().map(this::step).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> start =
                CompletableFuture.allOf(needed).thenRunAsync(() -> steps.start(service), executor);
        started.put(service.name(), start);
        ready.put(service.name(), start.thenRunAsync(() -> steps.awaitReady(service), executor));
    }

    private CompletableFuture<Void> step(Dependency dependency) {
        var steps = dependency.condition() == Condition.HEALTHY ? ready : started;
        return steps.getOrDefault(dependency.service(), CompletableFuture.completedFuture(null));
    }
}
