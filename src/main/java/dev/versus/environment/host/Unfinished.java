package dev.versus.environment.host;

import dev.versus.environment.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Temporary folders that are renamed once they are complete, left behind by processes that were killed before.
 *
 * @param prefix the beginning of their names
 */
record Unfinished(Path folder, String prefix) {

    /** A folder that was last changed this long ago is no longer being made. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    void remove() {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
                    .filter(Unfinished::isAbandoned)
                    .forEach(FileTree::delete);
        } catch (IOException none) {
            // There is no folder, so nothing is left.
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
