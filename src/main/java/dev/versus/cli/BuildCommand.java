package dev.versus.cli;

import dev.versus.environment.Environment;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code versus build}: makes images and virtual environments ahead of a launch. */
@Command(
        name = "build",
        description =
                "Makes images and virtual environments ahead, so that a launch need not make them. Starts nothing.",
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
            out.println("nothing to make: everything that a launch needs is there");
        }
    }
}
