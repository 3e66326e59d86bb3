package dev.versus.environment.host;

import dev.versus.InvalidInput;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is decided before anything starts.
 *
 * @param notices what the environment leaves out of what the system asks for, a sentence each
 */
public record HostPlan(SystemDefinition system, Site site, Recipes recipes, List<String> notices) {

    public HostPlan {
        notices = List.copyOf(notices);
    }

    /** Returns the same plan for another site. */
    public HostPlan on(Site other) {
        return new HostPlan(system, other, recipes, notices);
    }

    /**
     * Checks that every service can run in the environment of that name.
     *
     * @throws InvalidInput for the first service that cannot, with the reason
     */
    public HostPlan check(String environment) {
        for (ServiceDefinition service : system.services()) {
            recipes.objection(service).ifPresent(reason -> {
                throw new InvalidInput("In the environment '" + environment + "', the service '" + service.name()
                        + "' of '" + system.name() + "' " + reason + ".");
            });
        }
        return this;
    }

    /** Returns all differences from what the system asks for, those of the environment first and then those of its programs. */
    List<String> allNotices() {
        return Stream.concat(notices.stream(), recipes.notices().stream()).toList();
    }
}
