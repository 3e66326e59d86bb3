package dev.versus.cli;

import dev.versus.cli.keeper.TakeDown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code versus down}: takes a system down, even if its keeper was killed. */
@Command(
        name = "down",
        description = "Takes a system down. If its keeper was killed, removes what the keeper left behind.")
final class DownCommand extends PrintingCommand implements Runnable {

    @Parameters(
            arity = "0..1",
            paramLabel = "<system>",
            description =
                    "System to take down, needed if several are up: <name>, <name>/<variant>, or the id of its run.")
    private @Nullable String system;

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public void run() {
        TakeDown takeDown = state.takeDown();
        out().println(takeDown.apply(takeDown.up().meant(system)));
    }
}
