package dev.versus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.versus.measurement.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes {@code results.json}, completely or not at all. */
public final class ResultsJson {

    private ResultsJson() {}

    /** Returns the results as a JSON document that ends with a line break. */
    public static String of(Results results) {
        try {
            return Json.document().writeValueAsString(results) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the results into a run's folder.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static void write(Results results, Path runFolder) {
        WholeFile.write(runFolder.resolve(Results.FILE), of(results));
    }
}
