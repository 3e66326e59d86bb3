package dev.versus.system;

import dev.versus.InvalidInput;
import dev.versus.system.Value.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads Compose files, merges them in order, and checks the result. */
final class ComposeReader {

    private ComposeReader() {}

    static SystemDefinition read(List<Path> files, Interpolation given) {
        Interpolation interpolation = ProjectName.unknownIn(given);
        var canonical = new CanonicalForm(interpolation);
        Mapping merged = files.stream()
                .map(file -> canonical.of(YamlFile.read(file, interpolation)))
                .reduce(Merger::merge)
                .orElseThrow();
        Mapping settled = Merger.settle(merged);
        ProjectName.requireReplaced(settled);
        return bind(files.get(0).toAbsolutePath().normalize(), new Fields(settled));
    }

    private static SystemDefinition bind(Path compose, Fields file) {
        Path folder = compose.resolveSibling("");
        String name = file.text("name", nameOf(folder));
        var binder = new ServiceBinder(folder, new ProjectName(SystemPath.nameOf(name)));
        var services = new ArrayList<ServiceDefinition>();
        file.each("services").forEach((service, fields) -> services.add(binder.bind(service, fields)));
        if (services.isEmpty()) {
            throw new InvalidInput(compose + " has no services: a system has at least one.");
        }
        new SystemBounds(file.in("services")).check(services);
        new SystemChecks(file).check(services);
        List<VolumeDefinition> volumes = file.each("volumes").entrySet().stream()
                .map(entry -> VolumeBinder.bind(entry.getKey(), entry.getValue()))
                .toList();
        return new SystemDefinition(name, null, services, networks(file, services), volumes, folder);
    }

    private static String nameOf(Path folder) {
        @Nullable Path name = folder.getFileName();
        return name == null ? "system" : name.toString();
    }

    private static List<NetworkDefinition> networks(Fields file, List<ServiceDefinition> services) {
        Map<String, Fields> defined = file.each("networks");
        var networks = defined.entrySet().stream()
                .map(entry -> network(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        boolean usesDefault = services.stream()
                .flatMap(service -> service.connectivity().networks().stream())
                .anyMatch(attachment -> attachment.network().equals(NetworkDefinition.DEFAULT));
        if (usesDefault && !defined.containsKey(NetworkDefinition.DEFAULT)) {
            networks.add(network(NetworkDefinition.DEFAULT, Fields.NONE));
        }
        return networks;
    }

    private static NetworkDefinition network(String name, Fields network) {
        List<String> subnets = network.in("ipam").list("config").stream()
                .map(config -> config.required("subnet"))
                .toList();
        return new NetworkDefinition(
                name, network.flag("internal"), network.text("driver"), subnets, network.flag("enable_ipv6"));
    }
}
