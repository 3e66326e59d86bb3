package dev.versus.environment.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Made;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunLogs;
import dev.versus.environment.docker.Networks.Membership;
import dev.versus.environment.image.ContainerRemover;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineRefusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Containers of a run: makes, starts and stops them, and copies their output to the logs. */
final class Containers {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** The time limit for an engine to kill a container. */
    private static final Duration KILL = Duration.ofSeconds(30);

    private final DockerEngine engine;
    private final Names names;
    private final RunLogs logs;
    private final HostProcesses processes = new HostProcesses();
    private final Map<String, Output> outputs = new ConcurrentHashMap<>();

    Containers(DockerEngine engine, RunLogs logs) {
        this.engine = engine;
        this.names = new Names(logs.run().id());
        this.logs = logs;
    }

    /**
     * Makes a replica's container, which is recorded before, and starts it.
     *
     * @throws DeploymentFailed if the engine refuses, with its reason, or the log cannot be written
     */
    Container start(ContainerReplica replica) {
        String name = names.container(replica.name());
        List<Membership> memberships = new Networks(engine, names).of(replica);
        logs.run().recordMaking(List.of(new Made(ContainerRemover.KIND, ContainerRemover.name(engine, name))));
        try {
            engine.ask(client -> new ContainerSetup(names, memberships)
                    .command(client, replica)
                    .exec());
            memberships.stream().skip(1).forEach(membership -> connect(name, membership));
            return started(replica, name, memberships);
        } catch (DockerException refused) {
            throw DeploymentFailed.before(
                    replica.name(), "could not be started: " + EngineRefusal.reason(refused), refused);
        } catch (IOException unwritable) {
            throw DeploymentFailed.before(
                    replica.name(),
                    "could not be started: its log cannot be written: " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private void connect(String container, Membership membership) {
        engine.ask(client -> client.connectToNetworkCmd()
                .withNetworkId(membership.network())
                .withContainerId(container)
                .withContainerNetwork(new ContainerNetwork().withAliases(membership.aliases()))
                .exec());
    }

    private Container started(ContainerReplica replica, String name, List<Membership> memberships) throws IOException {
        Instant at = Instant.now();
        engine.ask(client -> client.startContainerCmd(name).exec());
        outputs.put(name, Output.copy(engine, name, logs.of(replica.name()), at));
        InspectContainerResponse found =
                engine.ask(client -> client.inspectContainerCmd(name).exec());
        return new Container(
                replica,
                name,
                Container.host(found, replica, memberships),
                identify(found),
                new Container.Start(Container.commandLine(found), at, logs.of(replica.name())));
    }

    /** Returns the identity of the container's process. If it has ended already, the identity is one that no living process has. */
    private ProcessIdentity identify(InspectContainerResponse found) {
        Long pid = found.getState().getPidLong();
        long known = pid == null ? 0 : pid;
        return processes.identify(known).orElseGet(() -> new ProcessIdentity(known, "ended"));
    }

    boolean isAlive(Container container) {
        return processes.isAlive(container.process());
    }

    /** Returns the first process of a container, and everything that it started. */
    Set<ProcessIdentity> processes(Container container) {
        var all = new LinkedHashSet<>(Set.of(container.process()));
        all.addAll(processes.descendants(container.process()));
        return all;
    }

    /** Returns how a container ended, in a few words. It waits up to 2 s until the log is complete. */
    String end(Container container) {
        try {
            awaitOutput(container);
            InspectContainerResponse.ContainerState state = engine.ask(client ->
                    client.inspectContainerCmd(container.name()).exec().getState());
            String why = Boolean.TRUE.equals(state.getOOMKilled()) ? ", because it reached its memory limit," : "";
            return "ended with exit code " + state.getExitCodeLong() + why;
        } catch (DockerException gone) {
            return "is gone";
        }
    }

    private void awaitOutput(Container container) {
        Output output = outputs.get(container.name());
        if (output != null) {
            output.awaitEnd(LAST_WORDS);
        }
    }

    /**
     * Sends the stop signal to a container, waits for its grace period, and then kills it. A container that has ended already is no error.
     */
    void stop(Container container) {
        int seconds = (int) Math.max(
                1, container.replica().service().lifecycle().stopGracePeriod().toSeconds());
        try {
            engine.ask(
                    KILL.plusSeconds(seconds),
                    client -> client.stopContainerCmd(container.name())
                            .withTimeout(seconds)
                            .exec());
            awaitOutput(container);
        } catch (NotModifiedException ended) {
            awaitOutput(container);
        } catch (DockerException gone) {
            // The removal by name takes care of what is left.
        }
    }

    /** Stops a container and starts it again, with the same file system and volumes. */
    Container again(Container container) {
        stop(container);
        closeOutput(container);
        ContainerReplica replica = container.replica();
        try {
            return started(replica, container.name(), new Networks(engine, names).of(replica));
        } catch (DockerException refused) {
            throw DeploymentFailed.before(
                    replica.name(), "could not be started anew: " + EngineRefusal.reason(refused), refused);
        } catch (IOException unwritable) {
            throw DeploymentFailed.before(
                    replica.name(), "could not be started anew: " + unwritable.getMessage(), unwritable);
        }
    }

    private void closeOutput(Container container) {
        Output output = outputs.remove(container.name());
        if (output != null) {
            output.close();
        }
    }

    void closeOutputs() {
        outputs.values().forEach(Output::close);
        outputs.clear();
    }
}
