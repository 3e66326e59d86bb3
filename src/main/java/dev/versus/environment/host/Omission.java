package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.Collection;
import java.util.List;

/** Something that a Compose file may ask for and an environment may leave out. */
public enum Omission {
    LIMITS("limits of CPU and memory") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            return !service.limits().isNone();
        }
    },
    NETWORKS("isolated networks") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            return system.networks().size() > 1 || service.connectivity().mode() != null;
        }
    },
    STORAGE("volumes and read-only file systems") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            var storage = service.storage();
            return storage.readOnly()
                    || !storage.mounts().isEmpty()
                    || !storage.tmpfs().isEmpty();
        }
    },
    CONFINEMENT("capabilities and users") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            var confinement = service.confinement();
            return service.program().user() != null
                    || !confinement.capDrop().isEmpty()
                    || !confinement.capAdd().isEmpty()
                    || !confinement.securityOpt().isEmpty();
        }
    };

    private final String what;

    Omission(String what) {
        this.what = what;
    }

    abstract boolean concerns(SystemDefinition system, ServiceDefinition service);

    /** What of these a system asks for, in a sentence; none if it asks for nothing of them. */
    public static List<String> notices(String environment, SystemDefinition system, Collection<Omission> omissions) {
        List<String> left = omissions.stream()
                .filter(omission -> system.services().stream().anyMatch(service -> omission.concerns(system, service)))
                .map(omission -> omission.what)
                .toList();
        return left.isEmpty()
                ? List.of()
                : List.of("'" + environment + "' leaves out what the Compose file asks for in "
                        + String.join(", ", left) + ".");
    }
}
