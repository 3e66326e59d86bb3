package dev.versus.environment.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.versus.environment.docker.Networks.Membership;
import dev.versus.system.Limits;
import dev.versus.system.Logging;
import dev.versus.system.Program;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SharedMemory;
import dev.versus.system.SystemDefinition;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Translation of a service of a Compose file into a request to the Docker engine.
 *
 * @param networks the networks of the container; it is created with the first, and the others are connected afterwards
 * @param cgroup the cgroup around the containers of the run; nothing if the engine chooses it
 */
record ContainerSetup(SystemDefinition system, Names names, List<Membership> networks, Optional<RunCgroup> cgroup) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    /**
     * Switches off the engine's own health checks, which would cost CPU during the load. The harness asks for health while a system starts.
     */
    private static final HealthCheck NOT_ASKED = new HealthCheck().withTest(List.of("NONE"));

    CreateContainerCmd command(DockerClient client, ContainerReplica replica) {
        ServiceDefinition service = replica.service();
        Map<String, String> labels = new LinkedHashMap<>(service.labels());
        labels.putAll(names.labels());
        labels.put(Names.SERVICE_LABEL, service.name());
        CreateContainerCmd command = client.createContainerCmd(replica.image().id())
                .withName(names.container(replica.name()))
                .withLabels(labels)
                .withHealthcheck(NOT_ASKED)
                .withExposedPorts(
                        service.declaredPorts().stream().map(ExposedPort::tcp).toList())
                .withHostConfig(hostConfig(replica));
        networks.stream().findFirst().ifPresent(first -> command.withAliases(first.aliases()));
        tell(command, service.program());
        Optional.ofNullable(service.connectivity().hostname())
                .filter(hostname -> !replica.isOnHostNetwork())
                .ifPresent(command::withHostName);
        Optional.ofNullable(service.lifecycle().stopSignal()).ifPresent(command::withStopSignal);
        return command;
    }

    private static void tell(CreateContainerCmd command, Program program) {
        if (!program.entrypoint().isEmpty()) {
            command.withEntrypoint(program.entrypoint());
        }
        if (!program.command().isEmpty()) {
            command.withCmd(program.command());
        }
        command.withEnv(program.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList());
        Optional.ofNullable(program.workingDir()).ifPresent(command::withWorkingDir);
        Optional.ofNullable(program.user()).ifPresent(command::withUser);
    }

    private HostConfig hostConfig(ContainerReplica replica) {
        ServiceDefinition service = replica.service();
        var mounts = new Mounts(system, service, names);
        HostConfig config = new HostConfig()
                .withNetworkMode(networkMode(service))
                .withReadonlyRootfs(service.storage().readOnly())
                .withCapAdd(capabilities(service.confinement().capAdd()))
                .withCapDrop(capabilities(service.confinement().capDrop()))
                .withSecurityOpts(service.confinement().securityOpt())
                .withInit(service.lifecycle().init())
                .withMounts(mounts.lasting())
                .withTmpFs(mounts.temporary())
                .withPortBindings(bindings(replica));
        limit(config, service.limits());
        share(config, service.storage().memory());
        cgroup.ifPresent(around -> config.withCgroupParent(around.path()));
        Logging logging = service.logging();
        if (logging != null && logging.driver() != null) {
            config.withLogConfig(new LogConfig(LoggingType.fromValue(logging.driver()), logging.options()));
        }
        return config;
    }

    private String networkMode(ServiceDefinition service) {
        String mode = service.connectivity().mode();
        return mode == null ? networks.get(0).network() : mode;
    }

    private static Capability[] capabilities(List<String> names) {
        return names.stream().map(ContainerSetup::capability).toArray(Capability[]::new);
    }

    /**
     * Reads a capability's name, with or without {@code CAP_}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Capability capability(String name) {
        return Capability.valueOf(name.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""));
    }

    /** Tells whether docker-java knows a log driver of that name. The engine may still not have it. */
    static boolean isLogDriver(String driver) {
        return Arrays.stream(LoggingType.values())
                .anyMatch(type -> type.getType().equals(driver));
    }

    private static void limit(HostConfig config, Limits limits) {
        if (limits.memory() != null) {
            config.withMemory(limits.memory().bytes());
        }
        if (limits.cpus() != null) {
            config.withNanoCPUs(limits.cpus().multiply(NANOS).longValue());
        }
    }

    private void share(HostConfig config, SharedMemory memory) {
        if (memory.size() != null) {
            config.withShmSize(memory.size().bytes());
        }
        if (memory.donor() != null) {
            config.withIpcMode("container:" + names.container(memory.donor() + "-1"));
        } else if (memory.ipc() != null) {
            config.withIpcMode(memory.ipc().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Publishes ports on the loopback address only, so that no other machine reaches what is measured. */
    private static List<PortBinding> bindings(ContainerReplica replica) {
        return replica.published().entrySet().stream()
                .map(port -> new PortBinding(
                        Binding.bindIpAndPort(LOOPBACK, port.getValue()), ExposedPort.tcp(port.getKey())))
                .toList();
    }
}
