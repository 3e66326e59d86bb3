package dev.versus.report;

import dev.versus.measurement.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes {@code results.json}, whole or not at all. */
public final class ResultsJson {

    private ResultsJson() {}

    /**
     * Writes the results into a run's folder.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static void write(Results results, Path runFolder) {
        try {
            Path aside = runFolder.resolve(Results.FILE + ".part");
            Files.writeString(aside, Json.document().writeValueAsString(results) + "\n");
            Files.move(aside, runFolder.resolve(Results.FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the results could not be written: " + e.getMessage(), e);
        }
    }
}
