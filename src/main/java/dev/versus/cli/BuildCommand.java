package dev.versus.cli;

import dev.versus.environment.Environment;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code versus build}: makes ahead of a launch what it would make first. */
@Command(
        name = "build",
        description = "Makes what a launch would make first, such as images and virtual environments; starts nothing.")
final class BuildCommand extends PrintingCommand implements Runnable {

    @Mixin
    private ChosenSystem chosen = new ChosenSystem();

    @Override
    public void run() {
        Environment environment = chosen.choice().environment();
        List<String> made = environment.prepare(chosen.definition(environment));
        made.forEach(what -> out().println("made " + what));
        if (made.isEmpty()) {
            out().println("nothing to make: all that a launch needs is there");
        }
    }
}
