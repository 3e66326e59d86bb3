package dev.versus.cli;

import dev.versus.cli.keeper.TakeDown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code versus down}: takes a system down, also one whose keeper was killed. */
@Command(name = "down", description = "Takes down a system that is up, and what a killed keeper has left of one.")
final class DownCommand extends PrintingCommand implements Runnable {

    @Parameters(
            arity = "0..1",
            paramLabel = "<system>",
            description = "Which, if several are up: its name, name/variant, or its run.")
    private @Nullable String system;

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public void run() {
        TakeDown takeDown = state.takeDown();
        out().println(takeDown.apply(takeDown.up().meant(system)));
    }
}
