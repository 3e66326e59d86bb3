package dev.versus.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program of a service; an empty entry point or command means the image's own. */
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

    /** Returns the entry point followed by the command; empty if the file has neither. */
    public List<String> commandLine() {
        var line = new ArrayList<>(entrypoint);
        line.addAll(command);
        return List.copyOf(line);
    }
}
