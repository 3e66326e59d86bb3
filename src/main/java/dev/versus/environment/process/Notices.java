package dev.versus.environment.process;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a Compose file asks for and a plain process does not get. */
final class Notices {

    private Notices() {}

    static List<String> of(SystemDefinition system) {
        var notices = new ArrayList<String>();
        add(
                notices,
                system,
                "limits of CPU and memory",
                service -> !service.limits().isNone());
        add(
                notices,
                system,
                "networks and their isolation",
                service ->
                        system.networks().size() > 1 || service.connectivity().mode() != null);
        add(notices, system, "volumes and read-only file systems", Notices::hasStorage);
        add(notices, system, "capabilities, security options and users", Notices::isConfined);
        return List.copyOf(notices);
    }

    private static boolean hasStorage(ServiceDefinition service) {
        var storage = service.storage();
        return storage.readOnly()
                || !storage.mounts().isEmpty()
                || !storage.tmpfs().isEmpty();
    }

    private static boolean isConfined(ServiceDefinition service) {
        var confinement = service.confinement();
        return service.program().user() != null
                || !confinement.capDrop().isEmpty()
                || !confinement.capAdd().isEmpty()
                || !confinement.securityOpt().isEmpty();
    }

    private static void add(
            List<String> notices, SystemDefinition system, String what, Predicate<ServiceDefinition> asks) {
        String services = system.services().stream()
                .filter(asks)
                .map(ServiceDefinition::name)
                .collect(Collectors.joining(", "));
        if (!services.isEmpty()) {
            notices.add("The environment 'process' does not apply " + what + " (" + services
                    + "); use another environment where they matter.");
        }
    }
}
