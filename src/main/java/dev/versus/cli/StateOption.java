package dev.versus.cli;

import dev.versus.cli.keeper.KeptSystems;
import dev.versus.cli.keeper.TakeDown;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Pace;
import dev.versus.environment.Removal;
import dev.versus.environment.StateFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs keep their state. */
final class StateOption {

    private static final Duration KEEPER_LIMIT = Duration.ofMinutes(2);

    @Option(names = "--state", paramLabel = "<folder>", description = "Where runs keep their state, if not as usual.")
    private @Nullable Path state;

    StateFolder folder() {
        return state == null ? StateFolder.ofUser() : new StateFolder(state);
    }

    /** What killed runs have left there. */
    Leftovers leftovers() {
        HostProcesses processes = new HostProcesses();
        Removal removal = Removal.real(processes, Pace.real());
        return new Leftovers(folder(), processes, removal, Clock.systemUTC());
    }

    /** What takes systems down that are up there. */
    TakeDown takeDown() {
        return new TakeDown(new KeptSystems(folder(), new HostProcesses()), leftovers(), Pace.real(), KEEPER_LIMIT);
    }

    /** The folder for everything in this JVM: an environment is found by its name, and asks the property. */
    StateFolder forEnvironments() {
        System.setProperty(StateFolder.PROPERTY, folder().root().toString());
        return folder();
    }
}
