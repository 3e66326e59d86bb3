package dev.versus.environment.host;

import dev.versus.environment.ShortCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs what refuses to run as root: in a user namespace of its own it is nobody, and still owns root's files. */
public final class Superuser {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private Superuser() {}

    public static boolean isRunning() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notUnix) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    static List<String> unprivileged(List<String> command) {
        if (!isRunning()) {
            return command;
        }
        var inNamespace = new ArrayList<>(NAMESPACE);
        inNamespace.addAll(command);
        return inNamespace;
    }

    /** Why a program that refuses root cannot be run, if it cannot. */
    public static Optional<String> objection() {
        return !isRunning() || namespacesWork()
                ? Optional.empty()
                : Optional.of("refuses to run as root, and user namespaces are not allowed here;"
                        + " run as an ordinary user, or install util-linux and allow 'unshare --user'");
    }

    private static boolean namespacesWork() {
        return ShortCommand.succeeds(unprivileged(List.of("true")).toArray(String[]::new));
    }
}
