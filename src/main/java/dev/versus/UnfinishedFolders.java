package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Folders that are made aside and renamed once they are complete, left behind by launches that were killed before.
 *
 * @param folder the folder in which they are made
 */
public record UnfinishedFolders(Path folder, Clock clock) {

    /** The beginning of the names of folders that are being made. */
    public static final String UNPACKING = ".unpacking-";

    /** A folder that was last changed this long ago is no longer being made. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** Returns those of the user's cache. */
    public static UnfinishedFolders inCache() {
        return new UnfinishedFolders(CacheFolder.ofUser(), Clock.systemUTC());
    }

    /** Removes those that nobody makes any more. */
    public void remove() {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(UnfinishedFolders::isMadeAside)
                    .forEach(
                            aside -> FileTree.deleteOlder(aside, clock.instant().minus(ABANDONED)));
        } catch (IOException none) {
            // There is no folder, so nothing is left.
        }
    }

    private static boolean isMadeAside(Path entry) {
        return String.valueOf(entry.getFileName()).startsWith(UNPACKING);
    }
}
