package dev.versus.cli;

import dev.versus.environment.Environments;
import dev.versus.environment.RunId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code versus gc}: removes everything that killed runs left behind, as the next start of any system does. */
@Command(name = "gc", description = "Removes everything that killed runs left behind. Does not touch runs that live.")
final class GcCommand extends PrintingCommand implements Runnable {

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public void run() {
        List<RunId> swept = state.leftovers().sweep();
        List<String> orphans = Environments.all().values().stream()
                .flatMap(environment -> environment.removeOrphans().stream())
                .toList();
        swept.forEach(run -> out().println("removed run " + run + ": everything that it had made"));
        orphans.forEach(orphan -> out().println("removed " + orphan + ", of a run whose record is lost"));
        if (swept.isEmpty() && orphans.isEmpty()) {
            out().println("nothing to remove: no killed run has left anything in "
                    + state.folder().root());
        }
    }
}
