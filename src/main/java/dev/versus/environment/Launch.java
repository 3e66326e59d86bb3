package dev.versus.environment;

import dev.versus.environment.Readiness.Outcome;
import dev.versus.environment.Readiness.Patience;
import dev.versus.environment.ServiceRuntime.Start;
import dev.versus.system.Healthcheck;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Launch of a system. Afterwards either all of it runs, or nothing of it is left. A failure names the replica and its log. */
public final class Launch<R extends StartedReplica> implements StartGraph.Steps {

    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Launcher launcher;
    private final SystemDefinition system;
    private final ServiceRuntime<R> runtime;
    private final RunLogs logs;
    private final Probes<R> probes;
    private final Cancellation cancellation = new Cancellation();
    private final Map<String, List<R>> started = new ConcurrentHashMap<>();
    private volatile boolean lostAPort;

    Launch(Launcher launcher, SystemDefinition system, ServiceRuntime<R> runtime, RunLogs logs) {
        this.launcher = launcher;
        this.system = system;
        this.runtime = runtime;
        this.logs = logs;
        this.probes = new Probes<>(runtime);
    }

    SystemDefinition system() {
        return system;
    }

    ServiceRuntime<R> runtime() {
        return runtime;
    }

    RunLogs logs() {
        return logs;
    }

    Probes<R> probes() {
        return probes;
    }

    /** Tells whether the launch failed after another process took a port that was free before, so that another launch may succeed. */
    public boolean lostAPort() {
        return lostAPort;
    }

    /** Returns the replicas of a service that have started. */
    List<R> of(ServiceDefinition service) {
        return started.getOrDefault(service.name(), List.of());
    }

    Stream<R> all() {
        return system.services().stream().flatMap(service -> of(service).stream());
    }

    /**
     * Starts the system. The logs of a failed start are kept for a day.
     *
     * @throws DeploymentFailed if a service does not start or does not become healthy
     */
    public Deployment run() {
        var teardown = new Teardown(cancellation::cancel, this::remove).atShutdown();
        boolean up = false;
        try {
            makeSurroundings();
            new StartGraph(this, cancellation::cancel).run(system);
            requireSeclusion();
            up = true;
            return new LaunchedSystem<>(this, teardown, runtime.notices());
        } catch (DeploymentFailed failed) {
            cancellation.cancel();
            stop();
            throw logs.keep(failed, launcher.state().failureOf(logs.run().id()));
        } finally {
            if (!up) {
                teardown.run();
            }
        }
    }

    private void makeSurroundings() {
        try {
            cancellation.unlessCancelled(runtime::makeSurroundings);
        } catch (IOException failed) {
            String reason = "cannot be run here: " + failed.getMessage();
            throw DeploymentFailed.before("'" + system.name() + "'", reason, failed);
        }
    }

    @Override
    public void start(ServiceDefinition service) {
        for (int number = 1; number <= service.replicas(); number++) {
            start(service, number);
        }
    }

    private void start(ServiceDefinition service, int number) {
        cancellation.check();
        String name = service.name() + "-" + number;
        try {
            start(name, runtime.prepare(service, number));
        } catch (IOException failed) {
            throw notStarted(name, failed);
        }
    }

    private void start(String name, Start<R> prepared) {
        try {
            cancellation.unlessCancelled(() -> add(prepared.start()));
        } catch (IOException failed) {
            throw notStarted(name, failed);
        }
    }

    /** Adds a replica in the place of the one that it follows. */
    private void add(R replica) {
        started.merge(
                replica.service().name(),
                List.of(replica),
                (before, one) -> Stream.concat(
                                before.stream().filter(other -> other.number() != replica.number()), one.stream())
                        .sorted(Comparator.comparingInt(StartedReplica::number))
                        .toList());
    }

    private DeploymentFailed notStarted(String replica, IOException failed) {
        String reason = "could not be started: " + failed.getMessage();
        Path log = logs.of(replica);
        return Files.exists(log)
                ? DeploymentFailed.of(replica, reason, log)
                : DeploymentFailed.before(replica, reason, failed);
    }

    @Override
    public void awaitReady(ServiceDefinition service) {
        of(service).forEach(this::awaitReady);
    }

    private void awaitReady(R replica) {
        Healthcheck check = replica.service().healthcheck();
        var patience = new Patience(check == null ? PATIENCE : check.patience(), POLL);
        Probe probe = probes.of(replica).orElseGet(() -> Probe.settled(launcher.pace(), MOMENT));
        Outcome outcome = new Readiness(launcher.pace()).await(waited(replica), probe, patience);
        switch (outcome) {
            case READY -> setUp(replica);
            case ENDED -> throw ended(replica);
            case NEVER_READY ->
                throw failed(
                        replica,
                        "was not ready within " + patience.limit().toMillis() / 1000.0 + " s"
                                + runtime.unready(replica));
            case ABANDONED -> throw new Abandoned();
        }
    }

    private Readiness.Waited waited(R replica) {
        return new Readiness.Waited() {
            @Override
            public boolean isAlive() {
                return runtime.isAlive(replica);
            }

            @Override
            public boolean isWanted() {
                return !cancellation.isCancelled();
            }
        };
    }

    private void setUp(R replica) {
        try {
            runtime.setUp(replica);
        } catch (IOException failed) {
            throw failed(replica, "could not be set up: " + failed.getMessage());
        }
    }

    private DeploymentFailed ended(R replica) {
        String end = runtime.end(replica);
        lostAPort |= replica.chosenPorts().stream().anyMatch(port -> !Ports.isFree(port));
        return failed(replica, end + " before it was ready");
    }

    private DeploymentFailed failed(R replica, String reason) {
        return DeploymentFailed.of(replica.name(), reason, logs.of(replica.name()));
    }

    /** Stops every replica of a service, starts it again with the same files, and waits until it is healthy. */
    void restart(ServiceDefinition service) {
        Map<String, Start<R>> prepared = new LinkedHashMap<>();
        of(service).forEach(replica -> prepared.put(replica.name(), runtime.prepareAgain(replica)));
        prepared.forEach(this::start);
        awaitReady(service);
        try {
            seclusion().require(of(service), runtime);
        } catch (DeploymentFailed exposed) {
            of(service).forEach(runtime::stop);
            throw exposed;
        }
    }

    /**
     * Checks that nothing of the run listens beyond loopback. It is called when all services are up, because some begin to listen only
     * after they are ready.
     */
    private void requireSeclusion() {
        ExposureCheck check = seclusion();
        check.require(all().toList(), runtime);
        check.requireOfAll();
    }

    private ExposureCheck seclusion() {
        return new ExposureCheck(logs, launcher.processes(), Exposure.now());
    }

    /** Stops all replicas: first the services on which no other depends, and those of one level in parallel. */
    private void stop() {
        List<List<ServiceDefinition>> levels = new ArrayList<>(system.startOrder());
        Collections.reverse(levels);
        levels.forEach(this::stop);
        launcher.removal().reaper().stop(logs.run().id(), List.of());
    }

    private void stop(List<ServiceDefinition> level) {
        List<Thread> stopping = level.stream()
                .flatMap(service -> of(service).stream())
                .map(replica -> new Thread(() -> runtime.stop(replica), "versus-stop-" + replica.name()))
                .toList();
        stopping.forEach(Thread::start);
        stopping.forEach(Launch::join);
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
        runtime.close();
        launcher.removal().of(logs.run(), List.of());
    }
}
