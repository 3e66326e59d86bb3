package dev.versus.environment.host;

import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.RunningService;
import java.nio.file.Path;
import java.time.Instant;

/** Replica whose process has started. */
record Started(Replica replica, Recipe recipe, Process process, Mortal mortal, Launched launched) {

    /** Time of the start, and path of the log. */
    record Launched(Instant at, Path log) {}

    /**
     * Returns the running replica.
     *
     * @param program the process of its program, which may be a child of the started one
     */
    RunningService running(ProcessIdentity program) {
        return new RunningService(
                replica.service().name(),
                replica.number(),
                replica.address(),
                program,
                launched.log(),
                recipe.command(),
                launched.at());
    }
}
