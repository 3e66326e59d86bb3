package dev.versus.environment.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.InternetProtocol;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Image of a Docker engine.
 *
 * @param id the digest of its content, {@code sha256:…}; it identifies what runs, which a tag does not
 * @param reference the name by which it was found
 * @param standsInFor the requested image that this one replaces; empty if it replaces none
 * @param setup its settings for the program that it runs
 */
public record Image(String id, String reference, Optional<String> standsInFor, Setup setup) {

    /**
     * Settings of an image for its program; empty where it has none.
     *
     * @param user as {@code user[:group]}, by names or numbers in the image's files; empty for root
     * @param ports the TCP ports that its program listens on
     * @param volumes the folders that are volumes
     */
    public record Setup(
            List<String> entrypoint,
            List<String> command,
            Map<String, String> environment,
            String workingDirectory,
            String user,
            List<Integer> ports,
            List<String> volumes,
            Optional<String> stopSignal) {

        public Setup {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            ports = List.copyOf(ports);
            volumes = List.copyOf(volumes);
        }
    }

    static Image of(InspectImageResponse found, String reference) {
        ContainerConfig config = found.getConfig();
        return new Image(
                String.valueOf(found.getId()),
                reference,
                Optional.empty(),
                new Setup(
                        words(config == null ? null : config.getEntrypoint()),
                        words(config == null ? null : config.getCmd()),
                        variables(words(config == null ? null : config.getEnv())),
                        text(config == null ? null : config.getWorkingDir()),
                        text(config == null ? null : config.getUser()),
                        ports(config),
                        volumes(config),
                        stopSignal(found)));
    }

    Image standingInFor(String asked) {
        return new Image(id, reference, Optional.of(asked), setup);
    }

    /** Returns the first 16 digits of its digest, enough for the name of a folder. */
    public String shortId() {
        return id.substring(id.indexOf(':') + 1).substring(0, 16);
    }

    private static List<String> words(String @Nullable [] words) {
        return words == null ? List.of() : Arrays.asList(words);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, String> variables(List<String> pairs) {
        Map<String, String> variables = new LinkedHashMap<>();
        pairs.forEach(pair -> variables.put(pair.replaceFirst("(?s)=.*", ""), pair.substring(pair.indexOf('=') + 1)));
        return variables;
    }

    private static List<Integer> ports(@Nullable ContainerConfig config) {
        ExposedPort[] ports = config == null ? null : config.getExposedPorts();
        return Stream.ofNullable(ports)
                .flatMap(Arrays::stream)
                .filter(port -> port.getProtocol() == InternetProtocol.TCP)
                .map(ExposedPort::getPort)
                .sorted()
                .toList();
    }

    private static List<String> volumes(@Nullable ContainerConfig config) {
        Map<String, ?> volumes = config == null ? null : config.getVolumes();
        return volumes == null ? List.of() : volumes.keySet().stream().sorted().toList();
    }

    /** Reads the stop signal, for which docker-java has no field. */
    private static Optional<String> stopSignal(InspectImageResponse found) {
        return found.getRawValues().get("Config") instanceof Map<?, ?> config
                ? Optional.ofNullable(config.get("StopSignal")).map(String::valueOf)
                : Optional.empty();
    }
}
