package dev.versus.environment;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Replicas of a system that have started, by service. */
final class StartedReplicas<R extends StartedReplica> {

    private final SystemDefinition system;
    private final Map<String, List<R>> byService = new ConcurrentHashMap<>();

    StartedReplicas(SystemDefinition system) {
        this.system = system;
    }

    List<R> of(ServiceDefinition service) {
        return byService.getOrDefault(service.name(), List.of());
    }

    /** Returns all replicas in the order of the Compose file. */
    Stream<R> all() {
        return system.services().stream().flatMap(service -> of(service).stream());
    }

    /** Adds a replica, in the place of the one that it follows. */
    void add(R replica) {
        byService.merge(replica.service().name(), List.of(replica), StartedReplicas::joined);
    }

    private static <R extends StartedReplica> List<R> joined(List<R> before, List<R> more) {
        int number = more.get(0).number();
        return Stream.concat(before.stream().filter(one -> one.number() != number), more.stream())
                .sorted(Comparator.comparingInt(StartedReplica::number))
                .toList();
    }

    /** Stops all replicas: first those of services on which no other depends, and those of one level in parallel. */
    void stop(Consumer<R> stop) {
        List<List<ServiceDefinition>> levels = new ArrayList<>(system.startOrder());
        Collections.reverse(levels);
        for (List<ServiceDefinition> level : levels) {
            List<Thread> stopping = level.stream()
                    .flatMap(service -> of(service).stream())
                    .map(replica -> new Thread(() -> stop.accept(replica), "versus-stop-" + replica.name()))
                    .toList();
            stopping.forEach(Thread::start);
            stopping.forEach(StartedReplicas::join);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
