package dev.versus.environment.host;

import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.RunId;
import dev.versus.environment.StartGraph;
import dev.versus.environment.Teardown;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One go at bringing a system up: all of it runs in the end, or nothing of it is left. */
public final class Attempt implements StartGraph.Steps {

    private final Blueprint blueprint;
    private final Launch launch;
    private final Starter starter;
    private final Fleet fleet;
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();

    Attempt(Blueprint blueprint, Launch launch, Starter starter) {
        this.blueprint = blueprint;
        this.launch = launch;
        this.starter = starter;
        this.fleet = launch.fleet();
    }

    RunId id() {
        return starter.run().id();
    }

    /** Whether it failed for a port that somebody else took meanwhile, so that another go may do better. */
    public boolean lostAPort() {
        return launch.lostAPort();
    }

    /** Brings the system up; logs of a failure are moved to {@code kept} if they would go with the run. */
    Deployment run(Path kept) {
        var teardown = new Teardown(fleet::cancel, fleet::remove).atShutdown();
        boolean up = false;
        try {
            makePlace();
            bringUp();
            up = true;
            return new HostDeployment(blueprint, starter, launch, teardown);
        } catch (DeploymentFailed failed) {
            fleet.stop();
            throw withKeptLog(failed, kept);
        } finally {
            if (!up) {
                teardown.run();
            }
        }
    }

    private void makePlace() {
        try {
            fleet.make(() -> blueprint.site().stand(starter.run()));
        } catch (IOException failed) {
            String reason = "cannot be run here: " + failed.getMessage();
            throw DeploymentFailed.before("'" + blueprint.system().name() + "'", reason, failed);
        }
    }

    private void bringUp() {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            new StartGraph(executor).run(blueprint.system(), this).join();
        } catch (CompletionException failed) {
            RuntimeException first = firstFailure.get();
            throw first == null ? failed : first;
        } finally {
            executor.shutdownNow();
        }
    }

    @Override
    public void start(ServiceDefinition service) {
        step(launch::start, service);
    }

    @Override
    public void awaitReady(ServiceDefinition service) {
        step(launch::awaitReady, service);
    }

    /** The first failure is the one that is told; it ends the waiting of all others. */
    private void step(Consumer<ServiceDefinition> step, ServiceDefinition service) {
        try {
            step.accept(service);
        } catch (RuntimeException failed) {
            firstFailure.compareAndSet(null, failed);
            fleet.cancel();
            throw failed;
        }
    }

    private DeploymentFailed withKeptLog(DeploymentFailed failed, Path kept) {
        Path log = failed.log();
        if (log == null || !starter.logs().equals(starter.run().logs())) {
            return failed;
        }
        try {
            Files.createDirectories(kept.resolveSibling(""));
            Files.move(starter.logs(), kept);
            return failed.withLog(kept.resolve(String.valueOf(log.getFileName())));
        } catch (IOException lost) {
            failed.addSuppressed(lost);
            return failed;
        }
    }
}
