package dev.versus.environment.host;

import dev.versus.environment.ShortCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A mount namespace for one command: what is mounted there is seen by that command alone, and goes with it. */
final class OwnMounts {

    private static final List<String> OPTIONS = List.of("--mount", "--propagation", "private");

    private OwnMounts() {}

    /** The words that lead a command there. */
    static List<String> words() {
        String unshare = Programs.ofAdministrator("unshare").map(Path::toString).orElse("unshare");
        return Stream.concat(Stream.of(unshare), OPTIONS.stream()).toList();
    }

    /** The words that lead a command there by way of a script, which ends in {@code exec "$@"}. */
    static List<String> words(String script, List<String> arguments) {
        Stream<String> shell = Stream.of("/bin/sh", "-c", script, "versus-mount");
        return Stream.of(words().stream(), shell, arguments.stream())
                .flatMap(words -> words)
                .toList();
    }

    /** Whether this user may mount here. */
    static boolean areAllowed() {
        return ShortCommand.succeeds(
                Stream.concat(words().stream(), Stream.of("true")).toArray(String[]::new));
    }
}
