package dev.versus.environment.host;

import dev.versus.InvalidInput;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was decided before anything starts.
 *
 * @param notices what the environment leaves out of what the system asks for
 */
public record Blueprint(SystemDefinition system, Site site, Recipes recipes, List<String> notices) {

    public Blueprint {
        notices = List.copyOf(notices);
    }

    /** The same on another site. */
    public Blueprint on(Site other) {
        return new Blueprint(system, other, recipes, notices);
    }

    /** Refuses a service that cannot be run in the environment of that name. */
    public Blueprint check(String environment) {
        for (ServiceDefinition service : system.services()) {
            recipes.objection(service).ifPresent(reason -> {
                throw new InvalidInput("In the environment '" + environment + "', the service '" + service.name()
                        + "' of '" + system.name() + "' " + reason + ".");
            });
        }
        return this;
    }

    /** All that runs otherwise than the system asks for, by the environment and by its programs. */
    List<String> allNotices() {
        return Stream.concat(notices.stream(), recipes.notices().stream()).toList();
    }
}
