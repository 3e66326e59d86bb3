package dev.versus.environment;

import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

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

    /** The folder that holds one log a replica. */
    Path logs();

    /** What this environment leaves out of what the Compose files ask for; a sentence each. */
    List<String> notices();

    @Override
    void close();
}
