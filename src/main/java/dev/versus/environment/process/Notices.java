package dev.versus.environment.process;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a Compose file asks for and a plain process does not get. */
final class Notices {

    private Notices() {}

    static List<String> of(SystemDefinition system) {
        var left = new ArrayList<String>();
        add(
                left,
                system,
                "limits of CPU and memory",
                service -> !service.limits().isNone());
        add(left, system, "isolated networks", service -> isIsolated(system, service));
        add(left, system, "volumes and read-only file systems", Notices::hasStorage);
        add(left, system, "capabilities and users", Notices::isConfined);
        return left.isEmpty()
                ? List.of()
                : List.of("'process' leaves out what the Compose file asks for in " + String.join(", ", left) + ".");
    }

    private static boolean isIsolated(SystemDefinition system, ServiceDefinition service) {
        return system.networks().size() > 1 || service.connectivity().mode() != null;
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
            List<String> left, SystemDefinition system, String what, Predicate<ServiceDefinition> asks) {
        if (system.services().stream().anyMatch(asks)) {
            left.add(what);
        }
    }
}
