package dev.versus.environment.docker;

import dev.versus.environment.image.Image;
import dev.versus.system.ServiceDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One replica of a service before it runs.
 *
 * @param service as this replica is told it: on the network of the host its ports are its own
 * @param number from 1
 * @param image what it runs
 * @param published the port of this host for each port of the container that is published
 */
record Replica(ServiceDefinition service, int number, Image image, Map<Integer, Integer> published) {

    private static final String HOST = "host";

    Replica {
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
    }

    String name() {
        return service.name() + "-" + number;
    }

    boolean isOnHostNetwork() {
        return HOST.equals(service.connectivity().mode());
    }

    /** The port that it is asked at: the first that the Compose file names, else the first that the image does. */
    Optional<Integer> firstPort() {
        return service.declaredPorts().stream()
                .findFirst()
                .or(() -> image.setup().ports().stream().findFirst());
    }
}
