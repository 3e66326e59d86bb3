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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final StartedReplicas<R> started;
    private volatile boolean lostAPort;

    Launch(Launcher launcher, SystemDefinition system, ServiceRuntime<R> runtime, RunLogs logs) {
        this.launcher = launcher;
        this.system = system;
        this.runtime = runtime;
        this.logs = logs;
        this.probes = new Probes<>(runtime);
        this.started = new StartedReplicas<>(system);
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

    StartedReplicas<R> started() {
        return started;
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
            cancellation.unlessCancelled(() -> started.add(prepared.start()));
        } catch (IOException failed) {
            throw notStarted(name, failed);
        }
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
        started.of(service).forEach(this::awaitReady);
    }

    private void awaitReady(R replica) {
        Healthcheck check = replica.service().healthcheck();
        var patience = new Patience(check == null ? PATIENCE : check.patience(), POLL);
        Probe probe = probes.of(replica).orElseGet(() -> Probe.settled(launcher.pace(), MOMENT));
        var readiness = new Readiness(launcher.pace(), () -> !cancellation.isCancelled());
        Outcome outcome = readiness.await(() -> runtime.isAlive(replica), probe, patience);
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
        started.of(service).forEach(replica -> prepared.put(replica.name(), runtime.prepareAgain(replica)));
        prepared.forEach(this::start);
        awaitReady(service);
        try {
            seclusion().require(started.of(service), runtime);
        } catch (DeploymentFailed exposed) {
            started.of(service).forEach(runtime::stop);
            throw exposed;
        }
    }

    /**
     * Checks that nothing of the run listens beyond loopback. It is called when all services are up, because some begin to listen only
     * after they are ready.
     */
    private void requireSeclusion() {
        ExposureCheck check = seclusion();
        check.require(started.all().toList(), runtime);
        check.requireOfAll();
    }

    private ExposureCheck seclusion() {
        return new ExposureCheck(logs, launcher.processes(), Exposure.now());
    }

    private void stop() {
        started.stop(runtime::stop);
        launcher.removal().reaper().stop(logs.run().id(), List.of());
    }

    private void remove() {
        stop();
        runtime.close();
        launcher.removal().of(logs.run(), List.of());
    }
}
