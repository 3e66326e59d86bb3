package dev.versus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.measurement.Json;
import dev.versus.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Formats {@code results.json}, and reads verdicts from it. */
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

    /** Reads the verdict of each claim from a run's folder, by the claim's words; none where there are no results that can be read. */
    static Map<String, Verdict> verdicts(Path runFolder) {
        Path file = runFolder.resolve(Results.FILE);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        try {
            Links.refuseForeign(file);
            JsonNode results = Json.document().readTree(file.toFile());
            for (JsonNode judgement : results.path("judgements")) {
                put(verdicts, judgement.at("/claim/text"), judgement.path("verdict"));
            }
            for (JsonNode earlier : results.path("reconsidered")) {
                put(verdicts, earlier.path("claim"), earlier.path("then"));
            }
        } catch (IOException | IllegalArgumentException noResults) {
            return Map.of();
        }
        return verdicts;
    }

    private static void put(Map<String, Verdict> verdicts, JsonNode claim, JsonNode verdict) {
        verdicts.put(claim.asText(), Verdict.valueOf(verdict.asText()));
    }
}
