package dev.versus.environment.docker;

import dev.versus.Kept;
import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Launcher;
import dev.versus.environment.Ports;
import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.Loopback;
import dev.versus.environment.image.Image;
import dev.versus.environment.image.Images;
import dev.versus.environment.image.RootFileSystem;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Environment that runs each replica of each service as a container of a Docker engine of this machine, as the Compose file describes it.
 */
public final class DockerEnvironment implements Environment {

    private final DockerOptions options;
    private final SecureRandom random = new SecureRandom();
    private final HostProcesses processes = new HostProcesses();
    private final Launcher launcher;

    /** Makes the environment with the defaults of {@link DockerOptions}. */
    public DockerEnvironment() {
        this(DockerOptions.defaults());
    }

    public DockerEnvironment(DockerOptions options) {
        this.options = options;
        this.launcher = new Launcher(options.state(), options.logs());
    }

    @Override
    public String name() {
        return "docker";
    }

    /** Reads the options {@code network=host|bridge}, {@code reach=published|address} and {@code port.<service>=<port>}. */
    @Override
    public Environment with(Map<String, String> more) {
        DockerOptions all = options;
        for (Map.Entry<String, String> option : more.entrySet()) {
            all = all.with(option.getKey(), option.getValue());
        }
        return new DockerEnvironment(all);
    }

    @Override
    public List<Requirement> requirements() {
        return new Needs(options.engine()).all();
    }

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return new Needs(options.engine()).of(system);
    }

    @Override
    public void prepare(SystemDefinition system, Consumer<String> progress) {
        new Images(options.engine(), progress).prepare(system);
    }

    @Override
    public List<Kept> kept() {
        return Stream.concat(new Images(options.engine()).kept().stream(), RootFileSystem.kept().stream())
                .toList();
    }

    @Override
    public List<String> removeOrphans() {
        return new UnrecordedRuns(options.engine(), processes).remove();
    }

    @Override
    public Deployment launch(SystemDefinition system, Consumer<String> progress) {
        launcher.sweep();
        new Needs(options.engine()).require();
        var unused = removeOrphans();
        new ContainerChecks(system).raise();
        Ports.requireFree(system, options.fixedPorts());
        Ipv6Filter.require(system, options.engine());
        var images = new Images(options.engine(), progress);
        Map<String, Image> ofServices = new LinkedHashMap<>();
        system.services().forEach(service -> ofServices.put(service.name(), images.of(service)));
        return launcher.prepare(system, (deployed, logs) -> {
                    List<ContainerReplica> replicas = options.hostNetwork()
                            ? onHostNetwork(deployed, ofServices, logs.run())
                            : onOwnNetworks(deployed, ofServices);
                    return new DockerRuntime(new ContainerPlan(deployed, replicas, options), logs);
                })
                .run();
    }

    private List<ContainerReplica> onHostNetwork(SystemDefinition system, Map<String, Image> images, Run run) {
        var host = new HostNetwork(Loopback.of(system, options.fixedPorts(), random), run);
        var replicas = new ArrayList<ContainerReplica>();
        for (ServiceDefinition service : system.services()) {
            replicas.addAll(host.replicas(service, image(images, service)));
        }
        return replicas;
    }

    private List<ContainerReplica> onOwnNetworks(SystemDefinition system, Map<String, Image> images) {
        var replicas = new ArrayList<ContainerReplica>();
        for (ServiceDefinition service : system.services()) {
            for (int number = 1; number <= service.replicas(); number++) {
                replicas.add(new ContainerReplica(service, number, image(images, service), published(service, number)));
            }
        }
        return replicas;
    }

    private static Image image(Map<String, Image> images, ServiceDefinition service) {
        return Optional.ofNullable(images.get(service.name())).orElseThrow();
    }

    /**
     * Chooses the published ports. They are free ones even if the file names others, so that several deployments of one file can run side
     * by side.
     */
    private Map<Integer, Integer> published(ServiceDefinition service, int number) {
        List<Integer> targets = service.connectivity().ports().stream()
                .filter(port -> port.protocol().equals("tcp"))
                .map(port -> port.target())
                .distinct()
                .toList();
        List<Integer> free = new Ports(random).free(targets.size());
        Map<Integer, Integer> published = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            Integer fixed = i == 0 && number == 1 ? options.fixedPorts().get(service.name()) : null;
            published.put(targets.get(i), fixed == null ? free.get(i) : fixed);
        }
        return published;
    }
}
