package dev.versus.environment.docker;

import dev.versus.environment.Abandoned;
import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Exposure;
import dev.versus.environment.Health;
import dev.versus.environment.Pace;
import dev.versus.environment.Readiness;
import dev.versus.environment.Readiness.Outcome;
import dev.versus.environment.Readiness.Patience;
import dev.versus.environment.Removal;
import dev.versus.environment.RunLogs;
import dev.versus.environment.StartGraph;
import dev.versus.environment.Teardown;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import dev.versus.system.Healthcheck;
import dev.versus.system.ServiceDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Attempt to start a system in containers. Afterwards either all of it runs, or nothing of it is left. */
final class ContainerLaunch implements StartGraph.Steps {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ContainerPlan blueprint;
    private final RunLogs logs;
    private final Removal removal;
    private final Pace pace;
    private final Containers containers;
    private final Permission permission = new Permission();
    private final Map<String, List<Container>> started = new ConcurrentHashMap<>();

    ContainerLaunch(ContainerPlan blueprint, RunLogs logs, Removal removal, Pace pace) {
        this.blueprint = blueprint;
        this.logs = logs;
        this.removal = removal;
        this.pace = pace;
        this.containers = new Containers(engine(), logs);
    }

    private DockerEngine engine() {
        return blueprint.options().engine();
    }

    ContainerPlan blueprint() {
        return blueprint;
    }

    RunLogs logs() {
        return logs;
    }

    /**
     * Starts the system.
     *
     * @param kept where the logs of a failed start are moved if they would be deleted with the run
     */
    Deployment run(Path kept) {
        var teardown = new Teardown(permission::withdraw, this::remove).atShutdown();
        boolean up = false;
        try {
            makeSurroundings();
            new StartGraph(this, permission::withdraw).run(blueprint.system());
            requireSeclusion(all());
            up = true;
            return new DockerDeployment(this, teardown);
        } catch (DeploymentFailed failed) {
            permission.withdraw();
            stop();
            throw logs.keep(failed, kept);
        } finally {
            if (!up) {
                teardown.run();
            }
        }
    }

    private void makeSurroundings() {
        var names = new Names(logs.run().id());
        permission.make(() -> {
            new Networks(engine(), names).make(blueprint.system(), blueprint.replicas(), logs.run());
            new Volumes(engine(), names).make(blueprint.system(), logs.run());
            return names;
        });
    }

    /** Returns the containers of a service that have started. */
    List<Container> of(ServiceDefinition service) {
        return started.getOrDefault(service.name(), List.of());
    }

    Stream<Container> all() {
        return blueprint.system().services().stream().flatMap(service -> of(service).stream());
    }

    @Override
    public void start(ServiceDefinition service) {
        for (ContainerReplica replica : blueprint.of(service)) {
            Container container = permission.make(() -> containers.start(replica));
            started.merge(
                    service.name(),
                    List.of(container),
                    (before, one) ->
                            Stream.concat(before.stream(), one.stream()).toList());
        }
    }

    @Override
    public void awaitReady(ServiceDefinition service) {
        of(service).forEach(this::awaitReady);
    }

    private void awaitReady(Container container) {
        Healthcheck check = container.replica().service().healthcheck();
        var patience = new Patience(check == null ? PATIENCE : check.patience(), POLL);
        Outcome outcome = new Readiness(pace).await(waited(container), probes().of(container), patience);
        switch (outcome) {
            case READY -> {}
            case ENDED -> throw failed(container, containers.end(container) + " before it was ready");
            case NEVER_READY ->
                throw failed(
                        container,
                        "was not ready within " + patience.limit().toMillis() / 1000.0 + " s"
                                + Unready.of(container.replica(), engine()).words());
            case ABANDONED -> throw new Abandoned();
        }
    }

    private Probes probes() {
        return new Probes(engine(), pace);
    }

    private Readiness.Waited waited(Container container) {
        return new Readiness.Waited() {
            @Override
            public boolean isAlive() {
                return containers.isAlive(container);
            }

            @Override
            public boolean isWanted() {
                return permission.isGranted();
            }
        };
    }

    private static DeploymentFailed failed(Container container, String reason) {
        return DeploymentFailed.of(
                container.replica().name(), reason, container.start().log());
    }

    /** Returns the health of a started container. */
    Health health(Container container) {
        try {
            if (!containers.isAlive(container)) {
                return new Health(false, containers.end(container));
            }
            ContainerReplica replica = container.replica();
            return replica.service().healthcheck() == null
                            && replica.firstPort().isEmpty()
                    ? new Health(true, "runs; it has neither a port nor a healthcheck")
                    : probes().of(container).ask();
        } catch (EngineUnavailable silent) {
            return new Health(false, String.valueOf(silent.getMessage()));
        }
    }

    /** Restarts the replicas one after the other, so that each gets its address again: it is the first free one then. */
    void restart(ServiceDefinition service) {
        started.put(service.name(), of(service).stream().map(containers::again).toList());
        awaitReady(service);
        requireSeclusion(service);
    }

    private void requireSeclusion(ServiceDefinition service) {
        try {
            requireSeclusion(of(service).stream());
        } catch (DeploymentFailed exposed) {
            of(service).forEach(this::stop);
            throw exposed;
        }
    }

    /** Checks that other machines cannot reach containers on the network of this host, as far as this user may inspect their processes. */
    private void requireSeclusion(Stream<Container> those) {
        var exposure = Exposure.now();
        those.forEach(container -> exposure.of(containers.processes(container)).ifPresent(reason -> {
            throw failed(container, reason);
        }));
    }

    /** Stops all containers: first the services on which no other depends, and those of one level in parallel. */
    private void stop() {
        List<List<ServiceDefinition>> levels =
                new ArrayList<>(blueprint.system().startOrder());
        Collections.reverse(levels);
        for (List<ServiceDefinition> level : levels) {
            List<Thread> stopping = level.stream()
                    .flatMap(service -> of(service).stream())
                    .map(container -> new Thread(
                            () -> stop(container),
                            "versus-stop-" + container.replica().name()))
                    .toList();
            stopping.forEach(Thread::start);
            stopping.forEach(ContainerLaunch::join);
        }
    }

    private void stop(Container container) {
        try {
            containers.stop(container);
        } catch (EngineUnavailable silent) {
            // The container stays recorded, for a sweep when the engine answers again.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove() {
        stop();
        containers.closeOutputs();
        removal.of(logs.run(), List.of());
    }
}
