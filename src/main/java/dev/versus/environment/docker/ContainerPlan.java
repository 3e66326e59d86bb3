package dev.versus.environment.docker;

import dev.versus.system.SystemDefinition;
import java.util.List;

/**
 * Everything that is decided before anything starts.
 *
 * @param replicas of every service, in the order of the Compose file
 */
record ContainerPlan(SystemDefinition system, List<ContainerReplica> replicas, DockerOptions options) {

    ContainerPlan {
        replicas = List.copyOf(replicas);
    }

    ContainerReplica replica(String service, int number) {
        return replicas.stream()
                .filter(replica -> replica.service().name().equals(service) && replica.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
