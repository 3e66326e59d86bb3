package dev.versus.environment.host;

import dev.versus.InvalidInput;
import dev.versus.ShortCommand;
import dev.versus.environment.Deployment;
import dev.versus.environment.Health;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Reach;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.Teardown;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** System that runs as programs of this host. */
final class HostDeployment implements Deployment {

    private final Blueprint blueprint;
    private final Starter starter;
    private final Launch launch;
    private final Teardown teardown;
    private final List<String> notices;

    HostDeployment(Blueprint blueprint, Starter starter, Launch launch, Teardown teardown) {
        this.blueprint = blueprint;
        this.starter = starter;
        this.launch = launch;
        this.teardown = teardown;
        this.notices = blueprint.allNotices();
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
        return started().map(one -> one.running(program(one))).toList();
    }

    private ProcessIdentity program(Started one) {
        OptionalLong pid = blueprint.site().program(one.replica());
        ProcessIdentity started = one.mortal().process();
        return pid.isPresent() ? starter.processes().identify(pid.getAsLong()).orElse(started) : started;
    }

    private Stream<Started> started() {
        return system().services().stream().flatMap(service -> launch.of(service).stream());
    }

    private Optional<Started> started(RunningService service) {
        return started()
                .filter(one -> one.replica().name().equals(service.service() + "-" + service.replica()))
                .findFirst();
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
        return started(service)
                .flatMap(one -> ShortCommand.run(
                        blueprint
                                .site()
                                .beside(one.replica(), one.recipe().runAs().command(command)),
                        ServiceEnvironment.of(run(), one.recipe().environment())));
    }

    @Override
    public Health health(RunningService service) {
        return started(service).map(launch::health).orElseGet(() -> new Health(false, "does not run"));
    }

    @Override
    public Map<String, String> traits(RunningService service) {
        return started(service)
                .map(one -> blueprint.site().traits(one.replica()))
                .orElse(Map.of());
    }

    @Override
    public void restart(String service) {
        launch.restart(system().service(service));
    }

    @Override
    public Path logs() {
        return starter.logs().folder();
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public void close() {
        teardown.run();
    }
}
