package dev.versus;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command of this host that ends within 10 seconds. */
public final class ShortCommand {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ShortCommand() {}

    /** Runs a command and returns its standard output; nothing if it cannot be run, fails, or takes longer than 10 seconds. */
    public static Optional<String> run(List<String> command) {
        return run(command, System.getenv());
    }

    /** Runs a command with only these environment variables. Otherwise as {@link #run(List)}. */
    public static Optional<String> run(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return Optional.of(BoundedProcess.run(builder, LIMIT));
        } catch (IOException failed) {
            return Optional.empty();
        }
    }

    /** Runs a command and tells whether it ended with exit code 0 within 10 seconds. Its output is discarded. */
    public static boolean succeeds(String... command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        return BoundedProcess.succeeds(builder, LIMIT);
    }
}
