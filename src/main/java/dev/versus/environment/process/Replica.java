package dev.versus.environment.process;

import dev.versus.system.ServiceDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One replica of a service before it runs.
 *
 * @param number from 1
 * @param ports the port on the host for each port of the container, in the order in which the service declares them
 */
record Replica(ServiceDefinition service, int number, Map<Integer, Integer> ports) {

    Replica {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    String name() {
        return service.name() + "-" + number;
    }

    @Nullable
    Integer firstPort() {
        return ports.isEmpty() ? null : ports.values().iterator().next();
    }
}
