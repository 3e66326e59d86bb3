package dev.versus.environment.docker;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;

/**
 * Everything that is decided before anything starts.
 *
 * @param replicas of every service, in the order of the Compose file
 * @param notices what this environment does otherwise than the Compose file says, a sentence each
 */
record ContainerPlan(
        SystemDefinition system, List<ContainerReplica> replicas, DockerOptions options, List<String> notices) {

    ContainerPlan {
        replicas = List.copyOf(replicas);
        notices = List.copyOf(notices);
    }

    List<ContainerReplica> of(ServiceDefinition service) {
        return replicas.stream()
                .filter(replica -> replica.service().name().equals(service.name()))
                .toList();
    }
}
