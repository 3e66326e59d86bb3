package dev.versus.environment;

import dev.versus.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Ready when a command ends with 0 in time; one that takes longer is killed with everything that it started.
 *
 * @param environment all variables that it sees
 */
public record CommandProbe(List<String> command, Map<String, String> environment, Path folder, Duration timeout)
        implements Probe {

    @Override
    public boolean isReady() {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return BoundedProcess.succeeds(builder, timeout);
    }

    @Override
    public Health ask() {
        boolean ready = isReady();
        return new Health(ready, String.join(" ", Secrets.masked(command)) + (ready ? ": 0" : ": failed"));
    }
}
