package dev.versus.report;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file completely or not at all: writes a temporary file with a random name beside it, then renames that. A symbolic link in
 * place of either file is never followed; the new file replaces it.
 */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, String text) {
        Path aside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(aside, text, CREATE_NEW, WRITE, LinkOption.NOFOLLOW_LINKS);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(aside);
            throw new UncheckedIOException(file + " could not be written: " + e.getMessage(), e);
        }
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException stays) {
            // The caller gets the exception of the failed write.
        }
    }
}
