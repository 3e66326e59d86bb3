package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A system: several services that work together, in one variant.
 *
 * @param name the folder's name, or the top-level {@code name} of a Compose file given by its path
 * @param variant the variant that was merged in, or null for none
 * @param services the services in the order of the file
 * @param networks the networks that the file defines or that services use
 * @param volumes the volumes that the file defines
 * @param folder the folder of the Compose file, against which relative paths are resolved
 */
public record SystemDefinition(
        String name,
        @Nullable String variant,
        List<ServiceDefinition> services,
        List<NetworkDefinition> networks,
        List<VolumeDefinition> volumes,
        Path folder) {

    public SystemDefinition {
        services = List.copyOf(services);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
    }

    /** Reads a system as {@link #read(Path, String, String, Interpolation)} does, with the environment variables of this process. */
    public static SystemDefinition read(Path services, String system, @Nullable String variant) {
        return read(services, system, variant, Interpolation.ofProcess());
    }

    /**
     * Reads {@code <services>/<system>/compose.yaml} and, if a variant is named, merges {@code compose.<variant>.yaml} into it. A system
     * name with a slash or the ending {@code .yaml} or {@code .yml} is the path of a Compose file or of its folder.
     *
     * @throws InvalidInput if a file does not exist, is not valid, or uses a key that is not supported
     */
    public static SystemDefinition read(
            Path services, String system, @Nullable String variant, Interpolation interpolation) {
        Path compose = composeFile(services, system);
        List<Path> files = variant == null
                ? List.of(compose)
                : List.of(compose, SystemFolder.variant(compose.resolveSibling(""), variant));
        SystemDefinition read = ComposeReader.read(files, interpolation);
        return read.named(SystemPath.is(system) ? SystemPath.nameOf(read.name()) : system, variant);
    }

    /**
     * Returns the Compose file of a system, which {@link #read} takes by its name or path.
     *
     * @throws InvalidInput if there is none
     */
    public static Path composeFile(Path services, String system) {
        return SystemPath.is(system)
                ? SystemPath.compose(system)
                : SystemFolder.compose(SystemFolder.find(services, system));
    }

    /**
     * Reads a Compose file and merges the override files into it, in order.
     *
     * @throws InvalidInput if a file does not exist, is not valid, or uses a key that is not supported
     */
    public static SystemDefinition readFile(Path compose, List<Path> overrides, Interpolation interpolation) {
        return ComposeReader.read(SystemFolder.filesAt(compose, overrides), interpolation);
    }

    /**
     * Returns the service of that name.
     *
     * @throws InvalidInput if there is no such service; the message lists the services
     */
    public ServiceDefinition service(String service) {
        return services.stream()
                .filter(one -> one.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("The system '" + name + "' has no service '" + service
                        + "'; it has "
                        + String.join(
                                ", ",
                                services.stream().map(ServiceDefinition::name).toList())
                        + "."));
    }

    /**
     * Returns the system reduced to the wanted services and their dependencies; the whole system if no service is named.
     *
     * @throws InvalidInput if there is no such service
     */
    public SystemDefinition only(List<String> wanted) {
        if (wanted.isEmpty()) {
            return this;
        }
        var kept = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(wanted);
        while (!next.isEmpty()) {
            ServiceDefinition service = service(next.remove());
            if (kept.add(service.name())) {
                service.dependsOn().stream().map(Dependency::service).forEach(next::add);
            }
        }
        List<ServiceDefinition> left =
                services.stream().filter(one -> kept.contains(one.name())).toList();
        return new SystemDefinition(name, variant, left, networks, volumes, folder);
    }

    /**
     * Returns the system as one deployment of that name runs it. The name replaces the variable {@code COMPOSE_PROJECT_NAME} of the Compose
     * files, except in {@code image} and {@code build}, where the variable stands for the name of the system.
     */
    public SystemDefinition deployedAs(String project) {
        var name = new ProjectName(project);
        List<ServiceDefinition> named = services.stream().map(name::in).toList();
        return new SystemDefinition(this.name, variant, named, networks, volumes, folder);
    }

    /** Returns the settings of a mounted volume if it is a temporary file system that services share; else nothing. */
    public Optional<Tmpfs> sharedTmpfs(Mount mount) {
        return volumes.stream()
                .filter(volume ->
                        mount.type() == Mount.Type.VOLUME && volume.name().equals(mount.source()))
                .flatMap(volume -> Stream.ofNullable(volume.tmpfs()))
                .findFirst();
    }

    /**
     * Returns the services that share memory with a service, by a temporary file system or by {@code ipc}, and with these in turn. The
     * service itself is one of them.
     */
    public List<ServiceDefinition> sharingMemory(ServiceDefinition service) {
        var found = new LinkedHashSet<ServiceDefinition>();
        var next = new ArrayDeque<>(List.of(service));
        while (!next.isEmpty()) {
            ServiceDefinition one = next.remove();
            if (found.add(one)) {
                services.stream()
                        .filter(other -> share(one, other) || share(other, one))
                        .forEach(next::add);
            }
        }
        return services.stream().filter(found::contains).toList();
    }

    private boolean share(ServiceDefinition one, ServiceDefinition other) {
        return other.name().equals(one.storage().memory().donor())
                || one.storage()
                        .volumes()
                        .filter(mount -> sharedTmpfs(mount).isPresent())
                        .anyMatch(mount -> other.storage()
                                .volumes()
                                .anyMatch(same -> Objects.equals(same.source(), mount.source())));
    }

    /** Returns the services in levels. Services of one level depend on earlier levels only and may start at the same time. */
    public List<List<ServiceDefinition>> startOrder() {
        return StartOrder.levels(services);
    }

    private SystemDefinition named(String system, @Nullable String as) {
        return new SystemDefinition(system, as, services, networks, volumes, folder);
    }
}
