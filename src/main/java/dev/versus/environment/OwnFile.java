package dev.versus.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads a file of a run's folder: neither through a link, nor from a pipe that nobody writes to, nor without an end. */
final class OwnFile {

    private static final long LARGEST = 16L * 1024 * 1024;

    private OwnFile() {}

    /**
     * The whole text.
     *
     * @throws IOException if it is not there, is no regular file, or has more than 16 MiB
     */
    static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            throw new IOException(file + " is not a regular file of at most 16 MiB");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
