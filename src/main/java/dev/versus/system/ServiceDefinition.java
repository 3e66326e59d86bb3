package dev.versus.system;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One service of a system, as its Compose files describe it. */
public record ServiceDefinition(
        String name,
        @Nullable String image,
        @Nullable Build build,
        Program program,
        Connectivity connectivity,
        List<Dependency> dependsOn,
        @Nullable Healthcheck healthcheck,
        int replicas,
        Limits limits,
        Storage storage,
        Confinement confinement,
        Lifecycle lifecycle,
        Map<String, String> labels,
        @Nullable Logging logging) {

    public ServiceDefinition {
        dependsOn = List.copyOf(dependsOn);
        labels = Ordered.copyOf(labels);
    }

    /** Returns the service with another program, other ports and another healthcheck. */
    public ServiceDefinition with(Program running, Connectivity reached, @Nullable Healthcheck checked) {
        return new ServiceDefinition(
                name,
                image,
                build,
                running,
                reached,
                dependsOn,
                checked,
                replicas,
                limits,
                storage,
                confinement,
                lifecycle,
                labels,
                logging);
    }

    /** Returns the TCP ports on which the service listens according to the file: published ports first, then exposed ones. */
    public Set<Integer> declaredPorts() {
        var ports = new LinkedHashSet<Integer>();
        connectivity.ports().stream()
                .filter(port -> port.protocol().equals("tcp"))
                .forEach(port -> ports.add(port.target()));
        ports.addAll(connectivity.expose());
        return ports;
    }
}
