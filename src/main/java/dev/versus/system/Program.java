package dev.versus.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service runs: empty lists mean what the image says. */
public record Program(
        List<String> entrypoint,
        List<String> command,
        Map<String, String> environment,
        @Nullable String workingDir,
        @Nullable String user) {

    public Program {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = Ordered.copyOf(environment);
    }

    /** The entry point and its arguments as one command line; empty where the file says neither. */
    public List<String> commandLine() {
        var line = new ArrayList<>(entrypoint);
        line.addAll(command);
        return List.copyOf(line);
    }
}
