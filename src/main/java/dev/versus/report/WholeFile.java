package dev.versus.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: aside first, then into place. */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, String text) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(aside, text);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written: " + e.getMessage(), e);
        }
    }
}
