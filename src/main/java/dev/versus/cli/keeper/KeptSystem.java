package dev.versus.cli.keeper;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.versus.environment.Deployment;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import dev.versus.environment.StateUnusable;
import dev.versus.measurement.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The record of a running system. Its keeper writes the record to the folder of the run; it is removed together with the run.
 *
 * @param keeper the process that owns the system
 * @param environment the environment with its options, as the user wrote it
 */
public record KeptSystem(
        RunId run,
        ProcessIdentity keeper,
        String system,
        Optional<String> variant,
        String environment,
        Path logs,
        List<KeptReplica> replicas) {

    private static final String FILE = "up.json";

    public KeptSystem {
        replicas = List.copyOf(replicas);
    }

    static KeptSystem of(Deployment deployment, ProcessIdentity keeper, String environment) {
        return new KeptSystem(
                deployment.run(),
                keeper,
                deployment.system().name(),
                Optional.ofNullable(deployment.system().variant()),
                environment,
                deployment.logs(),
                deployment.services().stream().map(KeptReplica::of).toList());
    }

    /** Writes the record whole or not at all. */
    void write(StateFolder state) {
        Path folder = state.of(run);
        Path aside = folder.resolve(FILE + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(aside, Json.document().writeValueAsString(this));
            Files.move(aside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unusable) {
            throw new StateUnusable(folder, unusable);
        }
    }

    /** Reads the record of a run. Returns nothing if there is no record, or if another version of Versus wrote it. */
    static Optional<KeptSystem> read(StateFolder state, RunId run) {
        try {
            String text = Files.readString(state.of(run).resolve(FILE));
            return Optional.of(Json.document().readValue(text, KeptSystem.class));
        } catch (JsonProcessingException another) {
            return Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Returns the names of the system and its variant, such as {@code shop/jvm}. */
    public String title() {
        return variant.map(chosen -> system + "/" + chosen).orElse(system);
    }

    /** Returns the replicas of a service. */
    public List<KeptReplica> replicasOf(String service) {
        return replicas.stream()
                .filter(replica -> replica.service().equals(service))
                .toList();
    }

    @Override
    public String toString() {
        return title() + " in " + environment + ", run " + run;
    }
}
