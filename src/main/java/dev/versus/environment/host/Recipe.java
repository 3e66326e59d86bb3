package dev.versus.environment.host;

import dev.versus.environment.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to run one replica.
 *
 * @param probe tells whether the replica is ready, or null to try a connection to its first port
 * @param stopSignal the signal that stops the replica, without SIG
 * @param whenReady setup that runs once the replica is ready, before services that depend on it start
 * @param runAs the user that runs the command and the healthcheck
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

    /** Returns the recipe to run the replica again, without the setup that the first start has done. */
    Recipe again() {
        return new Recipe(command, environment, folder, probe, stopSignal, FinalTouch.NONE, runAs);
    }

    /** Returns the same recipe for another user. */
    Recipe as(RunAs user) {
        return new Recipe(command, environment, folder, probe, stopSignal, whenReady, user);
    }

    /** Makes a recipe for the user that runs Versus. */
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
