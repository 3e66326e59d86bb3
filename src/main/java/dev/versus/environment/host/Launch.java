package dev.versus.environment.host;

import dev.versus.VersusException;
import dev.versus.environment.Abandoned;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Health;
import dev.versus.environment.Pace;
import dev.versus.environment.Ports;
import dev.versus.environment.Probe;
import dev.versus.environment.Readiness;
import dev.versus.environment.Readiness.Outcome;
import dev.versus.environment.Readiness.Patience;
import dev.versus.environment.StartGraph;
import dev.versus.environment.TcpProbe;
import dev.versus.system.Healthcheck;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Steps that start the services of a system. A failure names the replica and its log. */
final class Launch implements StartGraph.Steps {

    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TCP_TIMEOUT = Duration.ofSeconds(1);

    private final Blueprint blueprint;
    private final Starter starter;
    private final Fleet fleet;
    private final Pace pace;
    private final Map<String, List<Started>> started = new ConcurrentHashMap<>();
    private volatile boolean portSnatched;

    Launch(Blueprint blueprint, Starter starter, Fleet fleet, Pace pace) {
        this.blueprint = blueprint;
        this.starter = starter;
        this.fleet = fleet;
        this.pace = pace;
    }

    Fleet fleet() {
        return fleet;
    }

    /** Returns the replicas of a service that have started. */
    List<Started> of(ServiceDefinition service) {
        return started.getOrDefault(service.name(), List.of());
    }

    /** Tells whether a service failed because another process took its port between its choice and its use. */
    boolean lostAPort() {
        return portSnatched;
    }

    @Override
    public void start(ServiceDefinition service) {
        started.put(
                service.name(),
                blueprint.site().replicas(service).stream().map(this::start).toList());
    }

    /** Stops every replica of a service and starts it again with the files of its folder. */
    void restart(ServiceDefinition service) {
        List<Started> before = of(service);
        before.forEach(fleet::stop);
        started.put(
                service.name(),
                before.stream()
                        .map(one -> start(one.replica(), one.recipe()::again))
                        .toList());
        awaitReady(service);
        requireSeclusion(service);
    }

    /**
     * Checks that nothing of the run listens beyond loopback. It is called when all services are up, because some begin to listen only
     * after they are ready.
     */
    void requireSeclusion() {
        var check = ExposureCheck.now(starter);
        check.require(started.values().stream().flatMap(List::stream).toList());
        check.requireOfAll();
    }

    private void requireSeclusion(ServiceDefinition service) {
        try {
            ExposureCheck.now(starter).require(of(service));
        } catch (DeploymentFailed exposed) {
            of(service).forEach(fleet::stop);
            throw exposed;
        }
    }

    /** Returns the health of a started replica. */
    Health health(Started replica) {
        if (!replica.process().isAlive()) {
            return new Health(false, "ended with exit code " + replica.process().exitValue());
        }
        return replica.recipe().probe() == null && replica.replica().first() == null
                ? new Health(true, "runs; it has neither a port nor a healthcheck")
                : probe(replica).ask();
    }

    private Started start(Replica replica) {
        return start(replica, () -> recipe(replica));
    }

    private interface Cook {
        Recipe recipe() throws IOException;
    }

    private Started start(Replica replica, Cook cook) {
        if (!fleet.isWanted()) {
            throw new Abandoned();
        }
        try {
            Recipe recipe = cook.recipe();
            List<String> command =
                    blueprint.site().inside(replica, recipe.runAs().command(recipe.command()));
            return fleet.add(() -> starter.start(replica, recipe, command));
        } catch (IOException failed) {
            throw notStarted(replica, failed);
        }
    }

    private DeploymentFailed notStarted(Replica replica, IOException failed) {
        String reason = "could not be started: " + failed.getMessage();
        return Files.exists(starter.log(replica))
                ? DeploymentFailed.of(replica.name(), reason, starter.log(replica))
                : DeploymentFailed.before(replica.name(), reason, failed);
    }

    private Recipe recipe(Replica replica) throws IOException {
        var workshop = new Workshop(starter.run(), blueprint.site(), replica.name(), starter.log(replica));
        return blueprint.recipes().prepare(replica, workshop);
    }

    @Override
    public void awaitReady(ServiceDefinition service) {
        of(service).forEach(this::awaitReady);
    }

    private void awaitReady(Started replica) {
        Patience patience = patience(replica.replica().service().healthcheck());
        Outcome outcome = new Readiness(pace).await(waited(replica), probe(replica), patience);
        switch (outcome) {
            case READY -> touchUp(replica);
            case ENDED -> throw ended(replica);
            case NEVER_READY ->
                throw failed(replica, "was not ready within " + patience.limit().toMillis() / 1000.0 + " s");
            case ABANDONED -> throw new Abandoned();
        }
    }

    private static Patience patience(@Nullable Healthcheck check) {
        return new Patience(check == null ? PATIENCE : check.patience(), POLL);
    }

    private Readiness.Waited waited(Started replica) {
        return new Readiness.Waited() {
            @Override
            public boolean isAlive() {
                return replica.process().isAlive();
            }

            @Override
            public boolean isWanted() {
                return fleet.isWanted();
            }
        };
    }

    private Probe probe(Started replica) {
        Probe own = replica.recipe().probe();
        if (own != null) {
            return own;
        }
        InetSocketAddress first = replica.replica().first();
        return first == null ? Probe.settled(pace, MOMENT) : new TcpProbe(first, TCP_TIMEOUT);
    }

    private static void touchUp(Started replica) {
        try {
            replica.recipe().whenReady().apply();
        } catch (IOException failed) {
            throw failed(replica, "could not be set up: " + failed.getMessage());
        }
    }

    private VersusException ended(Started replica) {
        int code = exitCode(replica.process());
        portSnatched |= replica.replica().ports().values().stream().anyMatch(port -> !Ports.isFree(port));
        return failed(replica, "ended with exit code " + code + " before it was ready");
    }

    private static int exitCode(Process process) {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    private static DeploymentFailed failed(Started replica, String reason) {
        return DeploymentFailed.of(
                replica.replica().name(), reason, replica.launched().log());
    }
}
