package dev.versus.environment.host;

import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.RunId;
import dev.versus.environment.StartGraph;
import dev.versus.environment.Teardown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Attempt to start a system. Afterwards either all of it runs, or nothing of it is left. */
public final class Attempt {

    private final Blueprint blueprint;
    private final Launch launch;
    private final Starter starter;
    private final Fleet fleet;

    Attempt(Blueprint blueprint, Launch launch, Starter starter) {
        this.blueprint = blueprint;
        this.launch = launch;
        this.starter = starter;
        this.fleet = launch.fleet();
    }

    RunId id() {
        return starter.run().id();
    }

    /** Tells whether the attempt failed because another process took a port in the meantime, so that another attempt may succeed. */
    public boolean lostAPort() {
        return launch.lostAPort();
    }

    /**
     * Starts the system.
     *
     * @param kept where the logs of a failed start are moved if they would be deleted with the run
     */
    Deployment run(Path kept) {
        var teardown = new Teardown(fleet::cancel, fleet::remove).atShutdown();
        boolean up = false;
        try {
            makePlace();
            new StartGraph(launch, fleet::cancel).run(blueprint.system());
            launch.requireSeclusion();
            up = true;
            return new HostDeployment(blueprint, starter, launch, teardown);
        } catch (DeploymentFailed failed) {
            fleet.stop();
            throw starter.logs().keep(failed, kept);
        } finally {
            if (!up) {
                teardown.run();
            }
        }
    }

    /**
     * Makes what the replicas run in. The home folders are recorded first, so that they are removed last: after the cgroups and every
     * process in them.
     */
    private void stand() throws IOException {
        if (Superuser.isRunning() && blueprint.recipes().makeHomes()) {
            List<String> replicas = blueprint.system().services().stream()
                    .flatMap(service -> blueprint.site().replicas(service).stream())
                    .map(Replica::name)
                    .toList();
            starter.run().recordMaking(Homes.ofThisHost().prepare().made(id(), replicas));
        }
        blueprint.site().stand(starter.run());
    }

    private void makePlace() {
        try {
            fleet.make(this::stand);
        } catch (IOException failed) {
            String reason = "cannot be run here: " + failed.getMessage();
            throw DeploymentFailed.before("'" + blueprint.system().name() + "'", reason, failed);
        }
    }
}
