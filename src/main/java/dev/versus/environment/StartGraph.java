package dev.versus.environment;

import dev.versus.system.Dependency;
import dev.versus.system.Dependency.Condition;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Starts every service as soon as what it depends on has come as far as it asks, and no service later than that. */
public final class StartGraph {

    private final Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
    private final Executor executor;

    public StartGraph(Executor executor) {
        this.executor = executor;
    }

    /** What is done for a service: both may take their time and may throw. */
    public interface Steps {

        void start(ServiceDefinition service);

        void awaitReady(ServiceDefinition service);
    }

    /** Goes through the whole system; ends exceptionally if any step does, after every other has ended. */
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
