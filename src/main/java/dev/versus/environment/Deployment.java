package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One running system in one environment; closing it removes everything that it made, and closing it again does nothing. */
public interface Deployment extends AutoCloseable {

    SystemDefinition system();

    RunId run();

    /** Every replica of every service, in the order of the Compose file. */
    List<RunningService> services();

    /**
     * Where to reach the first port of a service: one {@code http} address a replica.
     *
     * @throws dev.versus.InvalidInput if there is no such service, or it has no port
     */
    List<URI> addresses(String service);

    /**
     * The same by one way of several.
     *
     * @throws dev.versus.InvalidInput if this deployment does not offer that way
     */
    default List<URI> addresses(String service, Reach reach) {
        if (reach != Reach.USUAL) {
            throw new InvalidInput("'" + system().name() + "' is reached in one way only here, not by "
                    + reach.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ": leave the way out, or choose another environment.");
        }
        return addresses(service);
    }

    /**
     * Runs a short command where a replica runs: with its file system, its network and its programs.
     *
     * @return what it printed on its standard output; nothing if it cannot be run there, fails, or takes longer than a few seconds
     */
    Optional<String> ask(RunningService replica, List<String> command);

    /** The folder that holds one log a replica. */
    Path logs();

    /** What this environment leaves out of what the Compose files ask for; a sentence each. */
    List<String> notices();

    @Override
    void close();
}
