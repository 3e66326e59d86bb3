package dev.versus.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reader for files of a run's folder. It follows no link, waits for no pipe, and reads no file of unlimited size. */
final class OwnFile {

    private static final long LARGEST = 16L * 1024 * 1024;

    private OwnFile() {}

    /**
     * Returns the whole text of a file.
     *
     * @throws IOException if it does not exist, is not a regular file, or has more than 16 MiB
     */
    static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            throw new IOException(file + " is not a regular file of at most 16 MiB");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
