package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.environment.Environment;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code versus build}: builds services and images ahead of a launch. */
@Command(
        name = "build",
        description = "Builds services and images ahead, so that a launch need not do it. Starts nothing.")
final class BuildCommand extends PrintingCommand implements Runnable {

    @Mixin
    private SystemOptions chosen = new SystemOptions();

    @Override
    public void run() {
        Environment environment = chosen.choice().environment();
        var said = new AtomicBoolean();
        environment.prepare(chosen.definition(), line -> {
            said.set(true);
            out().println(ForeignText.lines(line));
        });
        if (!said.get()) {
            out().println("nothing to make: everything that a launch needs is there");
        }
    }
}
