package dev.versus.environment.namespace;

import dev.versus.EnvironmentFacts;
import dev.versus.environment.RunId;
import dev.versus.environment.image.Image;
import dev.versus.system.Confinement;
import dev.versus.system.Program;
import dev.versus.system.ServiceDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service runs if its image's files are all that it has: what the Compose file says, and for the rest what the image says, put
 * together as an engine does.
 *
 * @param root the image's files
 */
record ContainerProgram(ServiceDefinition service, Image image, ImageRoot root, ImageUser user) {

    /** What an engine gives a container whose image says nothing of it. */
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    static ContainerProgram of(ServiceDefinition service, Image image, ImageRoot root) {
        String own = service.program().user();
        String user = own == null ? image.setup().user() : own;
        return new ContainerProgram(service, image, root, ImageUser.of(user, root, service.name()));
    }

    /** An entry point in the file takes the image's command away; a command in the file stands behind the image's entry point. */
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
        return named.startsWith("/") ? named : "/" + named;
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

    /** What may make it run otherwise, by the keys and in the words that a container's are told by. */
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
