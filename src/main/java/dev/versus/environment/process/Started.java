package dev.versus.environment.process;

import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.RunningService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** A replica whose process has started. */
record Started(Replica replica, Recipe recipe, Process process, Mortal mortal, Launched launched) {

    /** When and where to. */
    record Launched(Instant at, Path log) {}

    RunningService running() {
        Integer port = replica.firstPort();
        return new RunningService(
                replica.service().name(),
                replica.number(),
                port == null ? null : URI.create("http://127.0.0.1:" + port),
                mortal.process(),
                launched.log(),
                recipe.command(),
                launched.at());
    }
}
