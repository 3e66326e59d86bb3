package dev.versus.environment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One replica of a service, as it runs.
 *
 * @param replica its number, from 1
 * @param address where its first port is reached, or null if it has none
 * @param process the process that it started as; its children are found from it
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
