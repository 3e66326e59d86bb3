package dev.versus.environment.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files and folders that a service's command names.
 *
 * @param program the file of the program
 * @param folder the working directory
 * @param words the words of the command; each may be a path, a list of paths, or an option with a path after {@code =}
 * @param values the values of its variables
 */
record NamedFiles(Path program, Path folder, Collection<String> words, Collection<String> values) {

    /** Returns the files that the command cannot do without: its working directory and the files that its words name. */
    List<Path> needed() {
        var needed = new LinkedHashSet<>(List.of(folder.toAbsolutePath()));
        words.stream().flatMap(this::named).forEach(needed::add);
        return List.copyOf(needed);
    }

    /** Returns the needed files, the program, and the files that the variables name. */
    List<Path> all() {
        var all = new ArrayList<>(needed());
        all.add(program);
        values.stream().flatMap(this::named).forEach(all::add);
        return all;
    }

    private Stream<Path> named(String text) {
        String value = text.startsWith("-") ? text.substring(text.indexOf('=') + 1) : text;
        return Arrays.stream(value.split(File.pathSeparator, -1))
                .filter(part -> !part.isBlank())
                .map(part -> part.endsWith("/*") ? part.substring(0, part.length() - 2) : part)
                .flatMap(part -> existing(part).stream());
    }

    private Optional<Path> existing(String part) {
        try {
            return Optional.of(folder.resolve(part).toAbsolutePath()).filter(Files::exists);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
