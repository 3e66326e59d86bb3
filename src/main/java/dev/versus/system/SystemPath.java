package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Finds the Compose file of a system that is given by a path instead of a name: the path of the file or of its folder. */
final class SystemPath {

    /** The file names that Compose looks for, in its order. */
    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private SystemPath() {}

    /** Tells whether the text is a path, not a name: it has a slash, or ends with {@code .yaml} or {@code .yml}. */
    static boolean is(String system) {
        return system.contains("/") || system.endsWith(".yaml") || system.endsWith(".yml");
    }

    /** Returns the Compose file at that path, or in that folder. */
    static Path compose(String system) {
        Path path = absolute(system);
        if (Files.isRegularFile(path)) {
            return path;
        }
        return NAMES.stream()
                .map(path::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("There is no Compose file at " + path
                        + ": expected the path of one, or of a folder with " + String.join(", ", NAMES) + "."));
    }

    private static Path absolute(String system) {
        try {
            return Path.of(system).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInput("'" + system + "' is no path of a Compose file: " + e.getReason() + ".", e);
        }
    }

    /** Returns the folder's name as a Compose project name: lower-case letters, digits, '-' and '_'. */
    static String nameOf(String system) {
        String plain =
                system.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[-_]+", "");
        return plain.isEmpty() ? "system" : plain;
    }
}
