package dev.versus.environment.process;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.ShortCommand;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A system that runs as processes of this host. */
final class ProcessDeployment implements Deployment {

    private final SystemDefinition system;
    private final Starter starter;
    private final List<RunningService> services;
    private final Teardown teardown;

    ProcessDeployment(SystemDefinition system, Starter starter, List<RunningService> services, Teardown teardown) {
        this.system = system;
        this.starter = starter;
        this.services = List.copyOf(services);
        this.teardown = teardown;
    }

    @Override
    public SystemDefinition system() {
        return system;
    }

    @Override
    public RunId run() {
        return starter.run().id();
    }

    @Override
    public List<RunningService> services() {
        return services;
    }

    @Override
    public List<URI> addresses(String service) {
        String name = system.service(service).name();
        List<URI> addresses = services.stream()
                .filter(replica -> replica.service().equals(name))
                .flatMap(replica -> Stream.ofNullable(replica.address()))
                .toList();
        if (addresses.isEmpty()) {
            throw new InvalidInput("The service '" + service + "' of '" + system.name()
                    + "' has no port: publish or expose one to send anything to it.");
        }
        return addresses;
    }

    @Override
    public Optional<String> ask(RunningService replica, List<String> command) {
        return ShortCommand.run(command);
    }

    @Override
    public Path logs() {
        return starter.logs();
    }

    @Override
    public List<String> notices() {
        return Notices.of(system);
    }

    @Override
    public void close() {
        teardown.run();
    }
}
