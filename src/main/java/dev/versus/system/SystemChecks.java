package dev.versus.system;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a system beyond its syntax: every used name is defined, every service has a program, and dependencies have no cycle. */
final class SystemChecks {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

    private final Fields services;
    private final Fields networks;
    private final Fields volumes;

    SystemChecks(Fields file) {
        this.services = file.in("services");
        this.networks = file.in("networks");
        this.volumes = file.in("volumes");
    }

    void check(List<ServiceDefinition> definitions) {
        requireNames("service", services);
        requireNames("network", networks);
        requireNames("volume", volumes);
        for (ServiceDefinition service : definitions) {
            Place place = services.mapping().placeOf(service.name());
            requireProgram(service, place);
            requireReplicas(service, place);
            service.dependsOn().stream()
                    .filter(on ->
                            !on.service().equals(service.storage().memory().donor()))
                    .forEach(on -> requireKnown(
                            "depends_on",
                            on.service(),
                            services.mapping().entries().keySet(),
                            at(service, "depends_on")));
            requireNetworks(service);
            requireVolumes(service);
            requireDonor(service, definitions);
        }
        StartOrder.levels(definitions);
    }

    /** Refuses names with other characters, because names become parts of paths, network interfaces and commands. */
    private static void requireNames(String what, Fields section) {
        for (String name : section.mapping().entries().keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw section.mapping()
                        .placeOf(name)
                        .refuse("'" + name + "' is no name of a " + what
                                + "; letters, digits, '.', '-' and '_' are allowed.");
            }
        }
    }

    private static void requireProgram(ServiceDefinition service, Place place) {
        if (service.image() == null
                && service.build() == null
                && service.program().commandLine().isEmpty()) {
            throw place.refuse(
                    "the service '" + service.name() + "' has no image, no build and no command; give it one.");
        }
    }

    private static void requireReplicas(ServiceDefinition service, Place place) {
        if (service.replicas() < 1) {
            throw place.refuse("the service '" + service.name() + "' has no replica; deploy.replicas is at least 1.");
        }
    }

    private void requireNetworks(ServiceDefinition service) {
        for (Connectivity.Attachment attachment : service.connectivity().networks()) {
            if (!attachment.network().equals(NetworkDefinition.DEFAULT)) {
                requireKnown(
                        "networks",
                        attachment.network(),
                        networks.mapping().entries().keySet(),
                        at(service, "networks"));
            }
        }
    }

    private void requireVolumes(ServiceDefinition service) {
        service.storage()
                .volumes()
                .forEach(mount -> requireKnown(
                        "volumes",
                        String.valueOf(mount.source()),
                        volumes.mapping().entries().keySet(),
                        at(service, "volumes")));
    }

    private void requireDonor(ServiceDefinition service, List<ServiceDefinition> definitions) {
        String donor = service.storage().memory().donor();
        if (donor == null) {
            return;
        }
        Place place = at(service, "ipc");
        if (donor.equals(service.name())) {
            throw place.refuse("'ipc' names the service itself; name another, or write 'ipc: private'.");
        }
        requireKnown("ipc", donor, services.mapping().entries().keySet(), place);
        definitions.stream()
                .filter(other -> other.name().equals(donor))
                .forEach(other -> requireShareable(other, place));
    }

    private static void requireShareable(ServiceDefinition donor, Place place) {
        if (donor.storage().memory().ipc() != SharedMemory.Ipc.SHAREABLE) {
            throw place.refuse("'ipc' shares the memory of '" + donor.name() + "', which keeps it for itself; give '"
                    + donor.name() + "' the key 'ipc: shareable'.");
        }
        if (donor.storage().mounts().stream().anyMatch(mount -> mount.target().equals(SharedMemory.PATH))) {
            throw place.refuse("'ipc' shares the memory of '" + donor.name() + "', which mounts something else at "
                    + SharedMemory.PATH + "; mount that in both services, and leave 'ipc' out.");
        }
    }

    private Place at(ServiceDefinition service, String key) {
        return services.in(service.name()).mapping().placeOf(key);
    }

    private static void requireKnown(String key, String name, Collection<String> known, Place place) {
        if (!known.contains(name)) {
            String defined = known.isEmpty() ? "none is defined." : Keys.suggestion(name, Set.copyOf(known));
            throw place.refuse("'" + key + "' names '" + name + "', which the file does not define; "
                    + defined.replace("supported:", "defined:"));
        }
    }
}
