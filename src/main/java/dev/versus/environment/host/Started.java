package dev.versus.environment.host;

import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.RunningService;
import java.nio.file.Path;
import java.time.Instant;

/** A replica whose process has started. */
record Started(Replica replica, Recipe recipe, Process process, Mortal mortal, Launched launched) {

    /** When and where to. */
    record Launched(Instant at, Path log) {}

    /** @param program the process that is its program */
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
