package dev.versus.environment.host;

import dev.versus.environment.CommandProbe;
import dev.versus.environment.HealthTest;
import dev.versus.environment.HttpProbe;
import dev.versus.environment.Probe;
import dev.versus.system.Healthcheck;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Healthchecks of replicas. The harness requests an HTTP address itself where it can reach it; every other check runs where the replica
 * runs.
 *
 * @param environment all variables of a command of the healthcheck
 * @param runAs the user that runs the command
 */
public record Healthchecks(Site site, Map<String, String> environment, Path folder, RunAs runAs) {

    /** Makes healthchecks that run as the user that runs Versus. */
    public Healthchecks(Site site, Map<String, String> environment, Path folder) {
        this(site, environment, folder, RunAs.SAME);
    }

    /** Returns the probe for a replica's healthcheck, or null if the replica has none. */
    public @Nullable Probe of(Replica replica) {
        Healthcheck check = replica.service().healthcheck();
        if (check == null) {
            return null;
        }
        HealthTest test = HealthTest.of(site.words(replica, check.test()));
        return address(replica, test)
                .<Probe>map(address -> new HttpProbe(address, check.timeout()))
                .orElseGet(() -> command(replica, check));
    }

    private Optional<URI> address(Replica replica, HealthTest test) {
        return test instanceof HealthTest.Http http ? site.seenFromHere(replica, http.uri()) : Optional.empty();
    }

    private Probe command(Replica replica, Healthcheck check) {
        List<String> words = HealthTest.command(site.words(replica, check.test()));
        return new CommandProbe(site.beside(replica, runAs.command(words)), environment, folder, check.timeout());
    }
}
