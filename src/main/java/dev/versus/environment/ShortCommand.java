package dev.versus.environment;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command of this host that answers within a few seconds. */
public final class ShortCommand {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ShortCommand() {}

    /** What it printed on its standard output; nothing if it cannot be run, fails, or does not end in time. */
    public static Optional<String> run(List<String> command) {
        return run(command, System.getenv());
    }

    /** The same for a command that sees these variables alone. */
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

    /** Whether it ended with 0 in time; what it printed is nobody's, and no file is needed for it. */
    public static boolean succeeds(String... command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        return BoundedProcess.succeeds(builder, LIMIT);
    }
}
