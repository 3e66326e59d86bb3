package dev.versus.cli;

import dev.versus.cli.keeper.KeptSystems;
import dev.versus.cli.keeper.TakeDown;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Removal;
import dev.versus.environment.StateFolder;
import dev.versus.environment.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the folder in which runs keep their state. */
final class StateOption {

    private static final Duration KEEPER_LIMIT = Duration.ofMinutes(2);

    @Option(names = "--state", paramLabel = "<folder>", description = "Folder for the state of runs, if not the usual.")
    private @Nullable Path state;

    StateFolder folder() {
        return state == null ? StateFolder.ofUser() : new StateFolder(state);
    }

    /** Gives access to everything that killed runs left behind, as recorded in the folder. */
    Leftovers leftovers() {
        HostProcesses processes = new HostProcesses();
        Removal removal = Removal.real(processes, Ticker.real());
        return new Leftovers(folder(), processes, removal, Clock.systemUTC());
    }

    /** Prepares taking down the systems that are recorded in the folder. */
    TakeDown takeDown() {
        return new TakeDown(new KeptSystems(folder(), new HostProcesses()), leftovers(), Ticker.real(), KEEPER_LIMIT);
    }

    /** Sets the folder for every environment in this JVM, by the system property that environments read. */
    StateFolder forEnvironments() {
        System.setProperty(StateFolder.PROPERTY, folder().root().toString());
        return folder();
    }
}
