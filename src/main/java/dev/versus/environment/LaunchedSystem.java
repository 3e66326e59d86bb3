package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** System that runs after a launch. */
record LaunchedSystem<R extends StartedReplica>(Launch<R> launch, Teardown teardown, List<String> notices)
        implements Deployment {

    LaunchedSystem {
        notices = List.copyOf(notices);
    }

    private ServiceRuntime<R> runtime() {
        return launch.runtime();
    }

    @Override
    public SystemDefinition system() {
        return launch.system();
    }

    @Override
    public RunId run() {
        return launch.logs().run().id();
    }

    @Override
    public List<RunningService> services() {
        return launch.started().all().map(this::running).toList();
    }

    private RunningService running(R replica) {
        return new RunningService(
                replica.service().name(),
                replica.number(),
                runtime().address(replica, runtime().usualReach()).orElse(null),
                runtime().process(replica),
                launch.logs().of(replica.name()),
                replica.commandLine(),
                replica.at());
    }

    private Optional<R> started(RunningService running) {
        return launch.started()
                .all()
                .filter(one -> one.name().equals(running.name()))
                .findFirst();
    }

    @Override
    public List<URI> addresses(String service, Reach reach) {
        if (!runtime().offers(reach)) {
            throw new InvalidInput("'" + system().name() + "' cannot be reached in this environment by "
                    + reach.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ": leave that out, or choose another environment.");
        }
        Reach way = way(reach);
        List<URI> addresses = launch.started().of(system().service(service)).stream()
                .flatMap(replica -> runtime().address(replica, way).stream())
                .toList();
        if (addresses.isEmpty()) {
            throw new InvalidInput("The service '" + service + "' of '" + system().name() + "' "
                    + (way == Reach.PUBLISHED_PORT
                            ? "publishes no port: give it one under 'ports', or reach it by its container's address."
                            : "has no port: publish or expose one to send anything to it."));
        }
        return addresses;
    }

    private Reach way(Reach reach) {
        return reach == Reach.USUAL ? runtime().usualReach() : reach;
    }

    @Override
    public Optional<String> ask(RunningService replica, List<String> command) {
        return started(replica).flatMap(one -> runtime().ask(one, command));
    }

    @Override
    public Health health(RunningService replica) {
        try {
            return started(replica).map(launch.probes()::health).orElse(new Health(false, "does not run"));
        } catch (VersusException silent) {
            return new Health(false, String.valueOf(silent.getMessage()));
        }
    }

    @Override
    public Optional<String> end(RunningService replica) {
        return started(replica).filter(one -> !runtime().isAlive(one)).map(runtime()::end);
    }

    @Override
    public void restart(String service) {
        launch.restart(system().service(service));
    }

    @Override
    public Map<String, String> traits(RunningService replica) {
        return started(replica).map(runtime()::traits).orElse(Map.of());
    }

    @Override
    public List<String> inThePath(String service, Reach reach) {
        return launch.started().of(system().service(service)).stream()
                .flatMap(replica -> runtime().inThePath(replica, way(reach)).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<ProcessHandle> forwarders() {
        return launch.started().all().flatMap(runtime()::forwarders).toList();
    }

    @Override
    public Path logs() {
        return launch.logs().folder();
    }

    @Override
    public void close() {
        teardown.run();
    }
}
