package dev.versus.environment.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.versus.environment.HealthTest;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Made;
import dev.versus.environment.Probe;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Reach;
import dev.versus.environment.RunLogs;
import dev.versus.environment.ServiceRuntime;
import dev.versus.environment.docker.Networks.Membership;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineRefusal;
import dev.versus.environment.image.EngineUnavailable;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs replicas as containers of this machine's Docker, and copies their output to the logs. */
final class DockerRuntime implements ServiceRuntime<Container> {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofSeconds(10);

    /** The time limit for an engine to kill a container. */
    private static final Duration KILL = Duration.ofSeconds(30);

    private final ContainerPlan plan;
    private final DockerEngine engine;
    private final Names names;
    private final Networks networks;
    private final Optional<RunCgroup> cgroup;
    private final RunLogs logs;
    private final HostProcesses processes = new HostProcesses();
    private final Map<String, Output> outputs = new ConcurrentHashMap<>();

    DockerRuntime(ContainerPlan plan, RunLogs logs) {
        this.plan = plan;
        this.engine = plan.options().engine();
        this.names = new Names(logs.run().id());
        this.networks = new Networks(engine, names);
        this.cgroup = RunCgroup.of(logs.run().id(), engine);
        this.logs = logs;
    }

    @Override
    public void makeSurroundings() {
        cgroup.ifPresent(around -> logs.run().recordMaking(around.made()));
        networks.make(plan.system(), plan.replicas(), logs.run());
        new Volumes(engine, names).make(plan.system(), logs.run());
    }

    @Override
    public Start<Container> prepare(ServiceDefinition service, int number) {
        ContainerReplica replica = plan.replica(service.name(), number);
        return telling(() -> start(replica));
    }

    /** Turns a refusal of the engine into an IOException. */
    private static Start<Container> telling(Start<Container> start) {
        return () -> {
            try {
                return start.start();
            } catch (DockerException refused) {
                throw new IOException(EngineRefusal.reason(refused), refused);
            }
        };
    }

    /** Records a replica's container, then makes it and starts it. */
    private Container start(ContainerReplica replica) throws IOException {
        String name = names.container(replica.name());
        List<Membership> memberships = networks.of(replica);
        logs.run().recordMaking(List.of(new Made(ContainerRemover.KIND, ContainerRemover.name(engine, name))));
        var setup = new ContainerSetup(plan.system(), names, memberships, cgroup);
        engine.ask(client -> setup.command(client, replica).exec());
        memberships.stream().skip(1).forEach(membership -> connect(name, membership));
        return started(replica, name);
    }

    private void connect(String container, Membership membership) {
        engine.ask(client -> client.connectToNetworkCmd()
                .withNetworkId(membership.network())
                .withContainerId(container)
                .withContainerNetwork(new ContainerNetwork().withAliases(membership.aliases()))
                .exec());
    }

    private Container started(ContainerReplica replica, String name) throws IOException {
        Instant at = Instant.now();
        engine.ask(client -> client.startContainerCmd(name).exec());
        copyOutput(replica, name, at);
        InspectContainerResponse found =
                engine.ask(client -> client.inspectContainerCmd(name).exec());
        Long pid = found.getState().getPidLong();
        return new Container(
                replica,
                name,
                Container.host(found, replica, networks.of(replica)),
                processes.started(pid == null ? 0 : pid),
                Container.commandLine(found),
                at);
    }

    private void copyOutput(ContainerReplica replica, String name, Instant since) throws IOException {
        try {
            outputs.put(name, Output.copy(engine, name, logs.of(replica.name()), since));
        } catch (IOException unwritable) {
            throw new IOException("its log cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    /** Stops a container, and prepares it to start again with the same file system and volumes. */
    @Override
    public Start<Container> prepareAgain(Container container) {
        stop(container);
        Output output = outputs.remove(container.id());
        if (output != null) {
            output.close();
        }
        return telling(() -> started(container.replica(), container.id()));
    }

    @Override
    public void stop(Container container) {
        int seconds = (int)
                Math.max(1, container.service().lifecycle().stopGracePeriod().toSeconds());
        try {
            engine.ask(
                    KILL.plusSeconds(seconds),
                    client -> client.stopContainerCmd(container.id())
                            .withTimeout(seconds)
                            .exec());
            awaitOutput(container);
        } catch (NotModifiedException ended) {
            awaitOutput(container);
        } catch (DockerException | EngineUnavailable gone) {
            // Leftovers are removed by name with the run, or by a later sweep.
        }
    }

    private void awaitOutput(Container container) {
        Output output = outputs.get(container.id());
        if (output != null) {
            output.awaitEnd(LAST_WORDS);
        }
    }

    @Override
    public void close() {
        outputs.values().forEach(Output::close);
        outputs.clear();
    }

    @Override
    public boolean isAlive(Container container) {
        return processes.isAlive(container.process());
    }

    /** Returns how a container ended, in a few words. It waits up to 2 s until the log is complete. */
    @Override
    public String end(Container container) {
        try {
            awaitOutput(container);
            InspectContainerResponse.ContainerState state = engine.ask(
                    SHORT,
                    client -> client.inspectContainerCmd(container.id()).exec().getState());
            String why = Boolean.TRUE.equals(state.getOOMKilled()) ? ", because it reached its memory limit," : "";
            return "ended with exit code " + state.getExitCodeLong() + why;
        } catch (DockerException | EngineUnavailable gone) {
            return "is gone";
        }
    }

    @Override
    public Optional<URI> seenFromHere(Container container, URI address) {
        return container
                .host()
                .flatMap(host -> HealthTest.own(container.service().name(), address, host));
    }

    @Override
    public Probe commandProbe(Container container, List<String> command, Duration limit) {
        return new Exec(engine, container.id(), command, limit);
    }

    @Override
    public Optional<String> ask(Container container, List<String> command) {
        return new Exec(engine, container.id(), command, SHORT).answer();
    }

    @Override
    public String unready(Container container) {
        return Unready.of(container.replica(), engine).words();
    }

    @Override
    public Reach usualReach() {
        return plan.options().usual();
    }

    /** Published ports and container addresses both work in every deployment. */
    @Override
    public boolean offers(Reach reach) {
        return true;
    }

    @Override
    public Optional<URI> address(Container container, Reach reach) {
        return container.address(reach);
    }

    @Override
    public Optional<ProcessIdentity> process(Container container) {
        return Optional.of(container.process());
    }

    @Override
    public Map<String, String> traits(Container container) {
        return new Traits(engine, container).values();
    }

    @Override
    public List<String> inThePath(Container container, Reach reach) {
        return DockerProxy.inThePath(container, reach);
    }

    @Override
    public Stream<ProcessHandle> forwarders(Container container) {
        return DockerProxy.processes(container);
    }

    @Override
    public List<String> notices() {
        return Notices.of(plan.system(), plan.replicas());
    }
}
