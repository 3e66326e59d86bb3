package dev.versus.environment.process;

import dev.versus.environment.Pace;
import dev.versus.system.SystemDefinition;

/** Everything that was decided before anything starts. */
record Blueprint(SystemDefinition system, Assignment assignment, Engines engines, Pace pace) {

    OwnCommand commands() {
        return new OwnCommand(system, assignment);
    }
}
