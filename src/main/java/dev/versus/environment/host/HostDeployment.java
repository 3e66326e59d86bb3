package dev.versus.environment.host;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import dev.versus.environment.Reach;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.ShortCommand;
import dev.versus.environment.Teardown;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A system that runs as programs of this host. */
final class HostDeployment implements Deployment {

    private final Blueprint blueprint;
    private final Starter starter;
    private final List<Started> started;
    private final Teardown teardown;

    HostDeployment(Blueprint blueprint, Starter starter, List<Started> started, Teardown teardown) {
        this.blueprint = blueprint;
        this.starter = starter;
        this.started = List.copyOf(started);
        this.teardown = teardown;
    }

    @Override
    public SystemDefinition system() {
        return blueprint.system();
    }

    @Override
    public RunId run() {
        return starter.run().id();
    }

    @Override
    public List<RunningService> services() {
        return started.stream().map(Started::running).toList();
    }

    @Override
    public List<URI> addresses(String service) {
        String name = system().service(service).name();
        List<URI> addresses = services().stream()
                .filter(replica -> replica.service().equals(name))
                .flatMap(replica -> Stream.ofNullable(replica.address()))
                .toList();
        if (addresses.isEmpty()) {
            throw new InvalidInput("The service '" + service + "' of '" + system().name()
                    + "' has no port: publish or expose one to send anything to it.");
        }
        return addresses;
    }

    @Override
    public List<URI> addresses(String service, Reach reach) {
        return blueprint.site().offers(reach) ? addresses(service) : Deployment.super.addresses(service, reach);
    }

    @Override
    public Optional<String> ask(RunningService service, List<String> command) {
        return started.stream()
                .map(Started::replica)
                .filter(replica -> replica.name().equals(service.service() + "-" + service.replica()))
                .findFirst()
                .flatMap(replica -> ShortCommand.run(blueprint.site().inside(replica, command)));
    }

    @Override
    public Path logs() {
        return starter.logs();
    }

    @Override
    public List<String> notices() {
        return blueprint.notices();
    }

    @Override
    public void close() {
        teardown.run();
    }
}
