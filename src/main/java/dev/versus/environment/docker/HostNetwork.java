package dev.versus.environment.docker;

import dev.versus.environment.Run;
import dev.versus.environment.StateUnusable;
import dev.versus.environment.host.Engine;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.Site;
import dev.versus.environment.image.Image;
import dev.versus.system.Connectivity;
import dev.versus.system.Healthcheck;
import dev.versus.system.Mount;
import dev.versus.system.Program;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Containers on the network of this host, where only their ports differ. Commands, variables and configurations of each container are
 * rewritten with its own ports and with the addresses of the others, as for plain processes.
 *
 * @param site the addresses and ports of the replicas
 * @param run the run whose folder holds the rewritten configurations
 */
record HostNetwork(Site site, Run run) {

    private static final String MODE = "host";

    List<ContainerReplica> replicas(ServiceDefinition service, Image image) {
        return site.replicas(service).stream()
                .map(replica -> new ContainerReplica(told(replica, image), replica.number(), image, Map.of()))
                .toList();
    }

    private ServiceDefinition told(dev.versus.environment.host.Replica replica, Image image) {
        ServiceDefinition service = replica.service();
        Optional<Engine> engine = Engines.builtIn().of(service);
        return new ServiceDefinition(
                service.name(),
                service.image(),
                service.build(),
                program(replica, image, engine),
                new Connectivity(List.of(), List.copyOf(replica.ports().values()), List.of(), MODE, null),
                service.dependsOn(),
                engine.isPresent() ? null : healthcheck(replica),
                service.replicas(),
                service.limits(),
                storage(replica, engine),
                service.confinement(),
                service.lifecycle(),
                service.labels(),
                service.logging());
    }

    private Program program(dev.versus.environment.host.Replica replica, Image image, Optional<Engine> engine) {
        Program program = replica.service().program();
        var command =
                new ArrayList<>(program.commandLine().isEmpty() ? image.setup().command() : program.command());
        engine.ifPresent(known -> command.addAll(known.listening(replica)));
        return new Program(
                site.words(replica, program.entrypoint()),
                site.words(replica, command),
                site.variables(replica, program.environment()),
                program.workingDir(),
                program.user());
    }

    /**
     * Returns the healthcheck with the replica's addresses. It is not used for engines such as Redis, which are ready when their port
     * accepts connections.
     */
    private @Nullable Healthcheck healthcheck(dev.versus.environment.host.Replica replica) {
        Healthcheck check = replica.service().healthcheck();
        return check == null
                ? null
                : new Healthcheck(
                        site.words(replica, check.test()),
                        check.interval(),
                        check.timeout(),
                        check.retries(),
                        check.startPeriod(),
                        check.startInterval());
    }

    private Storage storage(dev.versus.environment.host.Replica replica, Optional<Engine> engine) {
        Storage storage = replica.service().storage();
        Path folder = run.work(replica.name());
        try {
            Map<String, String> changed = engine.isPresent() ? engine.get().configuration(replica, site) : Map.of();
            List<Mount> mounts = new ArrayList<>();
            for (Mount mount : storage.mounts()) {
                String text = changed.get(mount.target());
                mounts.add(text == null ? mount : written(mount, text, folder));
            }
            return new Storage(mounts, storage.tmpfs(), storage.readOnly(), storage.memory());
        } catch (IOException unusable) {
            throw new StateUnusable(folder, unusable);
        }
    }

    private static Mount written(Mount mount, String text, Path folder) throws IOException {
        Path name = Path.of(mount.target()).getFileName();
        Path file = Files.createDirectories(folder).resolve(String.valueOf(name));
        Files.writeString(file, text);
        return new Mount(mount.type(), file.toString(), mount.target(), mount.readOnly());
    }
}
