package dev.versus.environment.docker;

import dev.versus.environment.image.Image;
import dev.versus.system.ServiceDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Replica of a service before it runs.
 *
 * @param service the service as this replica sees it; on the network of the host it has its own ports
 * @param number from 1
 * @param image the image that it runs
 * @param published the port of this host for each published port of the container
 */
record ContainerReplica(ServiceDefinition service, int number, Image image, Map<Integer, Integer> published) {

    private static final String HOST = "host";

    ContainerReplica {
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
    }

    String name() {
        return service.name() + "-" + number;
    }

    boolean isOnHostNetwork() {
        return HOST.equals(service.connectivity().mode());
    }

    /** Returns the port for requests and probes: the first that the Compose file names, else the first of the image. */
    Optional<Integer> firstPort() {
        return service.declaredPorts().stream()
                .findFirst()
                .or(() -> image.setup().ports().stream().findFirst());
    }
}
