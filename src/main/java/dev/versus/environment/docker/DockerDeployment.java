package dev.versus.environment.docker;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import dev.versus.environment.Health;
import dev.versus.environment.Reach;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.Teardown;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** System that runs in Docker containers. */
final class DockerDeployment implements Deployment {

    private static final Duration SHORT = Duration.ofSeconds(10);

    private final ContainerLaunch launch;
    private final Teardown teardown;

    DockerDeployment(ContainerLaunch launch, Teardown teardown) {
        this.launch = launch;
        this.teardown = teardown;
    }

    private DockerOptions options() {
        return launch.blueprint().options();
    }

    @Override
    public SystemDefinition system() {
        return launch.blueprint().system();
    }

    @Override
    public RunId run() {
        return launch.logs().run().id();
    }

    @Override
    public List<RunningService> services() {
        return launch.all().map(this::running).toList();
    }

    private RunningService running(Container container) {
        ContainerReplica replica = container.replica();
        return new RunningService(
                replica.service().name(),
                replica.number(),
                container.address(options().usual()).orElse(null),
                container.process(),
                container.start().log(),
                container.start().commandLine(),
                container.start().at());
    }

    private Optional<Container> container(RunningService service) {
        return launch.all()
                .filter(one -> one.replica().name().equals(service.service() + "-" + service.replica()))
                .findFirst();
    }

    @Override
    public List<URI> addresses(String service) {
        return addresses(service, Reach.USUAL);
    }

    /**
     * Returns the addresses for either way: published ports and container addresses both work in every deployment. The default way is that
     * of the options.
     */
    @Override
    public List<URI> addresses(String service, Reach reach) {
        Reach way = reach == Reach.USUAL ? options().usual() : reach;
        List<URI> addresses = launch.of(system().service(service)).stream()
                .flatMap(container -> container.address(way).stream())
                .toList();
        if (addresses.isEmpty()) {
            throw new InvalidInput("The service '" + service + "' of '" + system().name() + "' "
                    + (way == Reach.PUBLISHED_PORT
                            ? "publishes no port: give it one under 'ports', or reach it by its container's address."
                            : "has no port: publish or expose one to send anything to it."));
        }
        return addresses;
    }

    @Override
    public Optional<String> ask(RunningService replica, List<String> command) {
        return container(replica).flatMap(one -> new Exec(options().engine(), one.name(), command, SHORT).answer());
    }

    @Override
    public Health health(RunningService replica) {
        return container(replica).map(launch::health).orElseGet(() -> new Health(false, "does not run"));
    }

    @Override
    public void restart(String service) {
        launch.restart(system().service(service));
    }

    @Override
    public Map<String, String> traits(RunningService replica) {
        return container(replica)
                .map(one -> new Traits(options().engine(), one).values())
                .orElse(Map.of());
    }

    @Override
    public List<String> inThePath(String service, Reach reach) {
        Reach way = reach == Reach.USUAL ? options().usual() : reach;
        return launch.of(system().service(service)).stream()
                .flatMap(container -> DockerProxy.inThePath(container, way).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<ProcessHandle> forwarders() {
        return launch.all().flatMap(DockerProxy::processes).toList();
    }

    @Override
    public Path logs() {
        return launch.logs().folder();
    }

    @Override
    public List<String> notices() {
        return launch.blueprint().notices();
    }

    @Override
    public void close() {
        teardown.run();
    }
}
