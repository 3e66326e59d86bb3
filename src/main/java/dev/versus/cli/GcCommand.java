package dev.versus.cli;

import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Pace;
import dev.versus.environment.Removal;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code versus gc}: removes what killed runs have left; the next start would do it too. */
@Command(
        name = "gc",
        description = "Removes what killed runs have left. Runs that live are left alone.",
        mixinStandardHelpOptions = true)
final class GcCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--state", paramLabel = "<folder>", description = "Where runs keep their state, if not as usual.")
    private @Nullable Path state;

    @Override
    public void run() {
        StateFolder folder = state == null ? StateFolder.ofUser() : new StateFolder(state);
        HostProcesses processes = new HostProcesses();
        Removal removal = Removal.real(processes, Pace.real());
        List<RunId> swept = new Leftovers(folder, processes, removal, Clock.systemUTC()).sweep();
        PrintWriter out = spec.commandLine().getOut();
        swept.forEach(run -> out.println("removed run " + run + ": everything that it had made"));
        if (swept.isEmpty()) {
            out.println("nothing to remove: no killed run has left anything in " + folder.root());
        }
    }
}
