package dev.versus.system;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the Compose files of a system and its variants. Names with characters that could leave the folder are refused. */
final class SystemFolder {

    private static final String COMPOSE = "compose.yaml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern VARIANT_FILE = Pattern.compile("compose\\.([A-Za-z0-9][A-Za-z0-9_-]*)\\.yaml");

    private SystemFolder() {}

    static Path find(Path services, String system) {
        requireName("system", system);
        Path folder = services.resolve(system);
        if (!Files.isRegularFile(folder.resolve(COMPOSE))) {
            throw new InvalidInput("There is no system '" + system + "': " + folder.resolve(COMPOSE)
                    + " does not exist; " + choices("systems", systems(services)));
        }
        return folder;
    }

    static Path compose(Path folder) {
        return folder.resolve(COMPOSE);
    }

    static Path variant(Path folder, String variant) {
        requireName("variant", variant);
        Path file = folder.resolve("compose." + variant + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("The system '" + folder.getFileName() + "' has no variant '" + variant + "': " + file
                    + " does not exist; " + choices("variants", variants(folder)));
        }
        return file;
    }

    static List<String> systems(Path services) {
        return names(services, path -> Files.isRegularFile(path.resolve(COMPOSE)));
    }

    static List<String> variants(Path folder) {
        return names(folder, Files::isRegularFile).stream()
                .map(VARIANT_FILE::matcher)
                .filter(name -> name.matches())
                .map(name -> name.group(1))
                .toList();
    }

    static List<Path> filesAt(Path compose, List<Path> overrides) {
        var files = new ArrayList<>(List.of(compose));
        files.addAll(overrides);
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new InvalidInput("There is no Compose file at " + file + ".");
            }
        }
        return files;
    }

    private static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput(String.format(
                    Locale.ROOT, "'%s' is no name of a %s: letters, digits, '-' and '_' are allowed.", name, what));
        }
    }

    private static List<String> names(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String choices(String what, List<String> names) {
        return names.isEmpty() ? "there are no " + what + " at all." : what + ": " + String.join(", ", names) + ".";
    }
}
