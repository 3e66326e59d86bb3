package dev.versus.cli;

import dev.versus.cli.keeper.Answer;
import dev.versus.cli.keeper.KeeperRequest;
import dev.versus.cli.keeper.KeptSystem;
import dev.versus.cli.keeper.KeptSystems;
import dev.versus.cli.keeper.RequestFolder;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Ticker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that chooses one of the running systems. Without the option, the only running system is meant. */
final class RunningSystemOption {

    @Option(
            names = {"-s", "--system"},
            paramLabel = "<system>",
            description = "System, needed if several are up: <name>, <name>/<variant>, or the id of its run.")
    private @Nullable String system;

    @Mixin
    private StateOption state = new StateOption();

    KeptSystems up() {
        return new KeptSystems(state.folder(), new HostProcesses());
    }

    /** Finds the system, even if its keeper is dead. */
    KeptSystem kept() {
        return up().meant(system);
    }

    /** Finds the system, and refuses one whose keeper is dead. */
    KeptSystem alive() {
        return up().alive(system);
    }

    /** Sends a request to the keeper of the system and waits for the answer. */
    Answer ask(KeeperRequest request) {
        KeptSystem asked = alive();
        return RequestFolder.of(state.folder(), asked.run(), Ticker.real())
                .ask(request, () -> up().isKept(asked))
                .orElseGet(() -> new Answer(
                        Main.FAILED, List.of("Versus: " + asked + " was taken down before it could answer.")));
    }
}
