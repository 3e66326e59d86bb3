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
 * An image that the engine has.
 *
 * @param id its content's digest, {@code sha256:…}: what runs is told by it and not by a tag
 * @param reference the name that it was found by
 * @param standsInFor the image that was asked for and that this one is in the place of
 * @param setup what it says of the program that it runs
 */
public record Image(String id, String reference, Optional<String> standsInFor, Setup setup) {

    /**
     * What an image says of its program; empty where it says nothing.
     *
     * @param user as {@code user[:group]}, by names or numbers of its own files; empty for root
     * @param ports the TCP ports that it says its program listens on
     * @param volumes the folders for which a run makes a place of their own
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

    /** The beginning of its digest, long enough to name a folder by. */
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

    /** docker-java has no field for it. */
    private static Optional<String> stopSignal(InspectImageResponse found) {
        return found.getRawValues().get("Config") instanceof Map<?, ?> config
                ? Optional.ofNullable(config.get("StopSignal")).map(String::valueOf)
                : Optional.empty();
    }
}
