package dev.versus.cli;

import dev.versus.environment.Environment;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code versus build}: makes ahead of a launch what it would make first. */
@Command(
        name = "build",
        description = "Makes what a launch would make first, such as images and virtual environments; starts nothing.",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ChosenSystem chosen = new ChosenSystem();

    @Override
    public void run() {
        Environment environment = chosen.choice().environment();
        List<String> made = environment.prepare(chosen.definition(environment));
        PrintWriter out = spec.commandLine().getOut();
        made.forEach(what -> out.println("made " + what));
        if (made.isEmpty()) {
            out.println("nothing to make: all that a launch needs is there");
        }
    }
}
