package dev.versus.environment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replica of a service that runs.
 *
 * @param replica its number, from 1
 * @param address the address of its first port, or null if it has none
 * @param process its first process, from which its children are found; nothing if it is not a process of this host
 */
public record RunningService(
        String service,
        int replica,
        @Nullable URI address,
        Optional<ProcessIdentity> process,
        Path log,
        List<String> commandLine,
        Instant started) {

    public RunningService {
        commandLine = List.copyOf(commandLine);
    }

    /** Returns its name, such as {@code api-gateway-1}, which is also that of its log. */
    public String name() {
        return service + "-" + replica;
    }
}
