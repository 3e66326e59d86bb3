package dev.versus.environment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replica of a service that runs.
 *
 * @param replica its number, from 1
 * @param address the address of its first port, or null if it has none
 * @param process its first process, from which its children are found
 */
public record RunningService(
        String service,
        int replica,
        @Nullable URI address,
        ProcessIdentity process,
        Path log,
        List<String> commandLine,
        Instant started) {

    public RunningService {
        commandLine = List.copyOf(commandLine);
    }
}
