package dev.versus.environment.host;

import dev.versus.environment.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to run one replica.
 *
 * @param stopSignal the signal that stops the replica, without SIG
 * @param runAs the user that runs the command and the healthcheck
 * @param probe tells whether the replica is ready, or null to use its healthcheck or its first port
 * @param whenReady setup that runs once the replica is ready, before services that depend on it start
 */
public record Recipe(
        List<String> command,
        Map<String, String> environment,
        Path folder,
        String stopSignal,
        RunAs runAs,
        @Nullable Probe probe,
        FinalTouch whenReady) {

    @FunctionalInterface
    public interface FinalTouch {

        FinalTouch NONE = () -> {};

        void apply() throws IOException;
    }

    public Recipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Makes a recipe for the user that runs Versus, with the healthcheck of the service. */
    public Recipe(List<String> command, Map<String, String> environment, Path folder, String stopSignal) {
        this(command, environment, folder, stopSignal, RunAs.SAME, null, FinalTouch.NONE);
    }

    /** Returns the same recipe for another user. */
    Recipe as(RunAs user) {
        return new Recipe(command, environment, folder, stopSignal, user, probe, whenReady);
    }

    /** Returns the same recipe with a probe of the program's own, and with a setup once that is ready. */
    Recipe readyBy(Probe own, FinalTouch setup) {
        return new Recipe(command, environment, folder, stopSignal, runAs, own, setup);
    }

    /** Returns the recipe to run the replica again, without the setup that the first start has done. */
    Recipe again() {
        return new Recipe(command, environment, folder, stopSignal, runAs, probe, FinalTouch.NONE);
    }
}
