package dev.versus.build;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files that pin Python packages: one, and all that it includes by {@code -r} or {@code -c}. */
final class PinningFiles {

    private static final Pattern INCLUDED =
            Pattern.compile("(?m)^\\s*(?:-r|-c|--requirement|--constraint)[ \\t=]*([^\\s#]+)");

    private PinningFiles() {}

    /**
     * Lists a file and the files that it includes.
     *
     * @throws InvalidInput if it includes something that is no file
     */
    static Set<Path> of(Path first) throws IOException {
        var files = new LinkedHashSet<Path>();
        add(first.normalize(), files);
        return files;
    }

    private static void add(Path file, Set<Path> files) throws IOException {
        if (!files.add(file)) {
            return;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (MatchResult found : INCLUDED.matcher(text).results().toList()) {
            Path included = file.resolveSibling(found.group(1)).normalize();
            if (!Files.isRegularFile(included)) {
                throw new InvalidInput(
                        file + " includes " + found.group(1)
                                + ", which is no file; packages are pinned by files only, so put a copy of it there, or correct the line.");
            }
            add(included, files);
        }
    }
}
