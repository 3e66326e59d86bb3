package dev.versus.cli;

import dev.versus.cli.keeper.Answer;
import dev.versus.cli.keeper.KeptSystem;
import dev.versus.cli.keeper.KeptSystems;
import dev.versus.cli.keeper.Mailbox;
import dev.versus.cli.keeper.Request;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Pace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A system that is up already: the only one, or the one that is named. */
final class MeantSystem {

    @Option(
            names = {"-s", "--system"},
            paramLabel = "<system>",
            description = "Which, if several are up: its name, name/variant, or its run.")
    private @Nullable String system;

    @Mixin
    private StateOption state = new StateOption();

    KeptSystems up() {
        return new KeptSystems(state.folder(), new HostProcesses());
    }

    /** The system, whether its keeper lives or not. */
    KeptSystem kept() {
        return up().meant(system);
    }

    /** The system, whose keeper lives. */
    KeptSystem alive() {
        return up().alive(system);
    }

    /** What the system's keeper answers. */
    Answer ask(Request request) {
        KeptSystem asked = alive();
        return Mailbox.of(state.folder(), asked.run(), Pace.real())
                .ask(request, () -> up().isKept(asked))
                .orElseGet(() -> new Answer(
                        Main.FAILED, List.of("Versus: " + asked + " was taken down before it could answer.")));
    }
}
