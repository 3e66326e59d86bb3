package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several services that work together, in one variant.
 *
 * @param name the folder's name, or the one that a Compose file given by its path has at its top
 * @param variant the override that was merged in, or null for the system as it is
 * @param services in the order of the file
 * @param networks every network that a service is attached to or that the file defines
 * @param volumes the named volumes that the file defines
 * @param folder where the Compose file stands; relative paths were resolved against it
 */
public record SystemDefinition(
        String name,
        @Nullable String variant,
        List<ServiceDefinition> services,
        List<NetworkDefinition> networks,
        List<String> volumes,
        Path folder) {

    public SystemDefinition {
        services = List.copyOf(services);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
    }

    /** Reads {@code <services>/<system>/compose.yaml} and its variant with the variables of this process. */
    public static SystemDefinition read(Path services, String system, @Nullable String variant) {
        return read(services, system, variant, Interpolation.ofProcess());
    }

    /**
     * Reads {@code <services>/<system>/compose.yaml} and, if a variant is named, merges {@code compose.<variant>.yaml} in. A system with
     * a slash in it, or with the ending of a Compose file, is the path of such a file or of its folder, wherever that is.
     */
    public static SystemDefinition read(
            Path services, String system, @Nullable String variant, Interpolation interpolation) {
        if (SystemPath.is(system)) {
            Path compose = SystemPath.compose(system);
            List<Path> overrides =
                    variant == null ? List.of() : List.of(SystemFolder.variant(compose.resolveSibling(""), variant));
            SystemDefinition read = readFile(compose, overrides, interpolation);
            return read.named(SystemPath.nameOf(read.name()), variant);
        }
        Path folder = SystemFolder.find(services, system);
        Path override = variant == null ? null : SystemFolder.variant(folder, variant);
        List<Path> files = override == null
                ? List.of(SystemFolder.compose(folder))
                : List.of(SystemFolder.compose(folder), override);
        return ComposeReader.read(files, interpolation).named(system, variant);
    }

    /** Reads a Compose file from anywhere, each of the overrides merged into it in turn. */
    public static SystemDefinition readFile(Path compose, List<Path> overrides, Interpolation interpolation) {
        return ComposeReader.read(SystemFolder.filesAt(compose, overrides), interpolation);
    }

    /** The service of that name, or a sentence that lists those that are. */
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
     * The same without the services that neither are named nor depended on by those; the whole system if none is named.
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

    /** The services in levels: those of one level depend on earlier levels only and may start at once. */
    public List<List<ServiceDefinition>> startOrder() {
        return StartOrder.levels(services);
    }

    private SystemDefinition named(String system, @Nullable String as) {
        return new SystemDefinition(system, as, services, networks, volumes, folder);
    }
}
