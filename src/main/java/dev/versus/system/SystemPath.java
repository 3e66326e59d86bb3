package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A system given by the path of its Compose file, or of the folder that holds it, in the place of a name. */
final class SystemPath {

    /** The names that Compose looks for, in its order. */
    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private SystemPath() {}

    /** Whether it is no name: it has a slash, or the ending of a Compose file. */
    static boolean is(String system) {
        return system.contains("/") || system.endsWith(".yaml") || system.endsWith(".yml");
    }

    /** The Compose file there. */
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

    /** The folder's name as Compose writes it in what it makes: small letters, digits, '-' and '_'. */
    static String nameOf(String system) {
        String plain =
                system.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[-_]+", "");
        return plain.isEmpty() ? "system" : plain;
    }
}
