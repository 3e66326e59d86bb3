package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Feature of a Compose file that an environment may leave out. */
public enum OmittedFeature {
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
                    || storage.mounts().stream()
                            .anyMatch(mount -> system.sharedTmpfs(mount).isEmpty())
                    || !storage.tmpfs().isEmpty();
        }
    },
    SHARED_MEMORY("shared memory apart from the host's") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            var storage = service.storage();
            return storage.memory().isApart()
                    || storage.mounts().stream()
                            .anyMatch(mount -> system.sharedTmpfs(mount).isPresent());
        }
    },
    CAPABILITIES("capabilities") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            var confinement = service.confinement();
            return !confinement.capDrop().isEmpty()
                    || !confinement.capAdd().isEmpty()
                    || !confinement.securityOpt().isEmpty();
        }
    },
    USERS("users") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            return service.program().user() != null;
        }
    },
    RESTARTS("restarts of services that end") {
        @Override
        boolean concerns(SystemDefinition system, ServiceDefinition service) {
            return service.lifecycle().restarts();
        }
    };

    private final String what;

    OmittedFeature(String what) {
        this.what = what;
    }

    abstract boolean concerns(SystemDefinition system, ServiceDefinition service);

    /** Returns the features that programs of this host leave out. Only root can run services as other users. */
    public static Set<OmittedFeature> ofHostPrograms() {
        return RootUser.isRunning() ? EnumSet.of(STORAGE, CAPABILITIES) : EnumSet.of(STORAGE, CAPABILITIES, USERS);
    }

    /** Returns one sentence that lists the omitted features that a system uses; none if it uses none of them. */
    public static List<String> notices(
            String environment, SystemDefinition system, Collection<OmittedFeature> omissions) {
        List<String> left = omissions.stream()
                .filter(omission -> system.services().stream().anyMatch(service -> omission.concerns(system, service)))
                .map(omission -> omission.what)
                .toList();
        return left.isEmpty()
                ? List.of()
                : List.of("'" + environment + "' leaves out these features of the Compose file: "
                        + String.join(", ", left) + ".");
    }
}
