package dev.versus.environment.docker;

import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences between a container and its Compose file, a sentence each. */
final class Notices {

    private Notices() {}

    static List<String> of(SystemDefinition system, List<ContainerReplica> replicas) {
        var notices = new ArrayList<String>();
        Map<String, String> standIns = new LinkedHashMap<>();
        replicas.forEach(replica -> replica.image()
                .standsInFor()
                .ifPresent(asked -> standIns.put(asked, replica.image().reference())));
        standIns.forEach((asked, instead) -> notices.add(
                "'docker' cannot pull " + asked + ": " + instead + ", made from Debian's packages, runs instead."));
        if (system.services().stream().anyMatch(service -> service.lifecycle().restarts())) {
            notices.add("'docker' leaves out 'restart', so that a service that ends is noticed.");
        }
        return notices;
    }
}
