package dev.versus.environment.namespace;

import dev.versus.EnvironmentFacts;
import dev.versus.InvalidInput;
import dev.versus.environment.RunId;
import dev.versus.environment.image.Image;
import dev.versus.system.Confinement;
import dev.versus.system.Program;
import dev.versus.system.ServiceDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Program that a service runs with its image's files: settings of the Compose file, and those of the image for the rest, combined as a
 * container engine combines them.
 *
 * @param root the image's files
 */
record ContainerProgram(ServiceDefinition service, Image image, ImageRoot root, ImageUser user) {

    /** The PATH that an engine gives to a container whose image sets none. */
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    static ContainerProgram of(ServiceDefinition service, Image image, ImageRoot root) {
        String own = service.program().user();
        String user = own == null ? image.setup().user() : own;
        return new ContainerProgram(service, image, root, ImageUser.of(user, root, service.name()));
    }

    /**
     * Returns the command. An entry point in the Compose file also replaces the image's command; a command in the file follows the image's
     * entry point.
     */
    List<String> command() {
        Program program = service.program();
        Image.Setup setup = image.setup();
        var command = new ArrayList<>(program.entrypoint().isEmpty() ? setup.entrypoint() : program.entrypoint());
        boolean imagesOwn = program.command().isEmpty() && program.entrypoint().isEmpty();
        command.addAll(imagesOwn ? setup.command() : program.command());
        return List.copyOf(command);
    }

    Map<String, String> environment(RunId run) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("PATH", PATH, "HOME", user.home()));
        environment.putAll(image.setup().environment());
        environment.putAll(service.program().environment());
        environment.put(RunId.VARIABLE, run.value());
        return environment;
    }

    String workingDirectory() {
        String own = service.program().workingDir();
        String named = own == null ? image.setup().workingDirectory() : own;
        String path = Path.of("/").resolve(named).normalize().toString();
        if (path.equals("/proc") || path.startsWith("/proc/")) {
            throw new InvalidInput("The service '" + service.name() + "' has the working directory " + path
                    + ", through which it could leave its image; name one that is not in /proc.");
        }
        return path;
    }

    String stopSignal() {
        String own = service.lifecycle().stopSignal();
        return (own == null ? image.setup().stopSignal().orElse("TERM") : own)
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^SIG", "");
    }

    boolean isDeniedNewPrivileges() {
        return service.confinement().securityOpt().stream()
                .anyMatch(option -> option.matches("no-new-privileges(:true)?"));
    }

    /** Returns what may affect speed, by the same keys and in the same words as for a container of Docker. */
    Map<String, String> traits() {
        Confinement confinement = service.confinement();
        Map<String, String> traits = new TreeMap<>();
        traits.put(EnvironmentFacts.IMAGE, image.id());
        image.standsInFor().ifPresent(asked -> traits.put(EnvironmentFacts.STANDS_IN_FOR, asked));
        traits.put(EnvironmentFacts.READ_ONLY, String.valueOf(service.storage().readOnly()));
        String changes = Stream.concat(signed("-", confinement.capDrop()), signed("+", confinement.capAdd()))
                .collect(Collectors.joining(" "));
        if (!changes.isEmpty()) {
            traits.put(EnvironmentFacts.CAPABILITIES, changes);
        }
        return traits;
    }

    private static Stream<String> signed(String sign, List<String> names) {
        return names.stream().map(name -> sign + Capabilities.named(name)).sorted();
    }
}
