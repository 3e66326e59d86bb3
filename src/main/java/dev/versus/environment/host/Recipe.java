package dev.versus.environment.host;

import dev.versus.environment.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to run one replica.
 *
 * @param probe how it tells that it is ready, or null where the service itself says how
 * @param stopSignal the signal that stops it, without SIG
 * @param whenReady what is left to do once it is ready, before anything that depends on it starts
 * @param runAs the user that the command, and what asks the replica, runs as
 */
public record Recipe(
        List<String> command,
        Map<String, String> environment,
        Path folder,
        @Nullable Probe probe,
        String stopSignal,
        FinalTouch whenReady,
        RunAs runAs) {

    @FunctionalInterface
    public interface FinalTouch {

        FinalTouch NONE = () -> {};

        void apply() throws java.io.IOException;
    }

    /** What it takes to run the replica once more: what was set up the first time is there. */
    Recipe again() {
        return new Recipe(command, environment, folder, probe, stopSignal, FinalTouch.NONE, runAs);
    }

    /** The same for another user. */
    Recipe as(RunAs user) {
        return new Recipe(command, environment, folder, probe, stopSignal, whenReady, user);
    }

    /** For the user that runs Versus. */
    public Recipe(
            List<String> command,
            Map<String, String> environment,
            Path folder,
            @Nullable Probe probe,
            String stopSignal,
            FinalTouch whenReady) {
        this(command, environment, folder, probe, stopSignal, whenReady, RunAs.SAME);
    }

    public Recipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
