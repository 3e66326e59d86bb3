package dev.versus.environment.host;

import dev.versus.environment.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What is made aside in a folder, to be renamed when it is whole, and was left there by somebody who was killed meanwhile.
 *
 * @param prefix how its name begins
 */
record Unfinished(Path folder, String prefix) {

    /** Older than any that is still being made. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    void remove() {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
                    .filter(Unfinished::isAbandoned)
                    .forEach(FileTree::delete);
        } catch (IOException none) {
            // Where there is no folder, nothing is left.
        }
    }

    private static boolean isAbandoned(Path aside) {
        try {
            Instant changed = Files.getLastModifiedTime(aside).toInstant();
            return changed.plus(ABANDONED).isBefore(Instant.now());
        } catch (IOException gone) {
            return false;
        }
    }
}
