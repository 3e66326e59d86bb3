package dev.versus.environment.docker;

import dev.versus.InvalidInput;
import dev.versus.system.Logging;
import dev.versus.system.Mount;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks, before anything starts, that a system can be run in containers here. */
record Objections(SystemDefinition system) {

    private static final Set<String> MODES = Set.of("host", "none", "bridge");

    /**
     * Checks every service.
     *
     * @throws InvalidInput for the first that cannot be run
     */
    void raise() {
        for (ServiceDefinition service : system.services()) {
            against(service).ifPresent(reason -> {
                throw new InvalidInput("In the environment 'docker', the service '" + service.name() + "' of '"
                        + system.name() + "' " + reason + ".");
            });
        }
    }

    private static Optional<String> against(ServiceDefinition service) {
        return Stream.of(network(service), mount(service), capability(service), log(service))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> network(ServiceDefinition service) {
        String mode = service.connectivity().mode();
        return mode == null || MODES.contains(mode)
                ? Optional.empty()
                : Optional.of("has the network mode '" + mode + "': expected host, bridge or none");
    }

    private static Optional<String> mount(ServiceDefinition service) {
        return service.storage().mounts().stream()
                .filter(mount -> mount.type() == Mount.Type.BIND)
                .flatMap(mount -> Stream.ofNullable(mount.source()))
                .filter(source -> !Files.exists(Path.of(source)))
                .map(source -> "mounts " + source + ", which does not exist; make it, or mount something else")
                .findFirst();
    }

    private static Optional<String> capability(ServiceDefinition service) {
        return Stream.concat(service.confinement().capAdd().stream(), service.confinement().capDrop().stream())
                .filter(name -> !isCapability(name))
                .map(name -> "names the capability '" + name + "', which Linux does not have")
                .findFirst();
    }

    private static boolean isCapability(String name) {
        try {
            return ContainerSetup.capability(name).toString().length() > 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static Optional<String> log(ServiceDefinition service) {
        Logging logging = service.logging();
        return logging == null || logging.driver() == null || ContainerSetup.isLogDriver(logging.driver())
                ? Optional.empty()
                : Optional.of("has the log driver '" + logging.driver() + "', which Versus does not know");
    }
}
