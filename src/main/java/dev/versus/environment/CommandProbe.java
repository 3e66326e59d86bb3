package dev.versus.environment;

import dev.versus.BoundedProcess;
import dev.versus.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Probe that runs a command: the service is ready when the command ends with exit code 0 within the time limit. A command that takes longer
 * is killed together with everything that it started.
 *
 * @param environment all variables of the command; it inherits none
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
