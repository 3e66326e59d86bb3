package dev.versus.environment.host;

import dev.versus.ShortCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Mount namespace for one command. Only that command sees the mounts, and they are gone when it ends. */
public final class OwnMounts {

    private static final List<String> OPTIONS = List.of("--mount", "--propagation", "private");

    private OwnMounts() {}

    /** Returns the words to put before a command to run it in a new mount namespace. */
    static List<String> words() {
        String unshare = Programs.ofAdministrator("unshare").map(Path::toString).orElse("unshare");
        return Stream.concat(Stream.of(unshare), OPTIONS.stream()).toList();
    }

    /**
     * Returns the words to put before a command to run it in a new mount namespace after a script, which must end with {@code exec "$@"}.
     */
    public static List<String> words(String script, List<String> arguments) {
        Stream<String> shell = Stream.of("/bin/sh", "-c", script, "versus-mount");
        return Stream.of(words().stream(), shell, arguments.stream())
                .flatMap(words -> words)
                .toList();
    }

    /** Tells whether this user may make a mount namespace here. */
    static boolean areAllowed() {
        return ShortCommand.succeeds(
                Stream.concat(words().stream(), Stream.of("true")).toArray(String[]::new));
    }
}
