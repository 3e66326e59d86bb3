package dev.versus.environment.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.versus.EnvironmentFacts;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.EngineUnavailable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Properties of a running container that only the engine knows. */
record Traits(DockerEngine engine, Container container) {

    Map<String, String> values() {
        try {
            return of(engine.ask(
                    client -> client.inspectContainerCmd(container.id()).exec()));
        } catch (DockerException | EngineUnavailable gone) {
            return Map.of();
        }
    }

    private Map<String, String> of(InspectContainerResponse found) {
        Map<String, String> values = new TreeMap<>();
        values.put(EnvironmentFacts.IMAGE, container.replica().image().id());
        container.replica().image().standsInFor().ifPresent(asked -> values.put(EnvironmentFacts.STANDS_IN_FOR, asked));
        values.put("isolation.network-mode", container.replica().isOnHostNetwork() ? "host" : "bridge");
        put(values, "isolation.storage-driver", found.getDriver());
        HostConfig config = found.getHostConfig();
        if (config != null) {
            put(
                    values,
                    "isolation.log-driver",
                    config.getLogConfig().getType() == null
                            ? null
                            : config.getLogConfig().getType().getType());
            put(values, "isolation.runtime", config.getRuntime());
            put(values, EnvironmentFacts.READ_ONLY, config.getReadonlyRootfs());
            put(values, EnvironmentFacts.CAPABILITIES, capabilities(config));
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            values.put(key, value.toString());
        }
    }

    private static String capabilities(HostConfig config) {
        return Stream.concat(signed("-", config.getCapDrop()), signed("+", config.getCapAdd()))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> signed(String sign, Capability @Nullable [] names) {
        return Stream.ofNullable(names)
                .flatMap(Arrays::stream)
                .map(name -> sign + name)
                .sorted();
    }
}
