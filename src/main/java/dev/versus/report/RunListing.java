package dev.versus.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.measurement.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run in the list of all runs.
 *
 * @param folder the name of the run's folder
 * @param title the simulation in words
 * @param when when the run started; the epoch if unknown
 * @param verdicts the number of claims with each verdict
 * @param note the problem of the run; empty if there is none
 * @param comparison true if the folder has a {@code comparison.html}
 * @param gatling true if the folder has Gatling's {@code index.html}
 */
record RunListing(
        String folder,
        String title,
        Instant when,
        Map<Tone, Long> verdicts,
        String note,
        boolean comparison,
        boolean gatling) {

    /** Reads a folder; empty if it is not a run's folder, and with a note if its results cannot be read. */
    static Optional<RunListing> of(Path folder) {
        Path results = folder.resolve(Results.FILE);
        if (!Files.isRegularFile(results)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(folder, Json.lines().readTree(Files.readString(results))));
        } catch (IOException | DateTimeException e) {
            return Optional.of(broken(folder));
        }
    }

    private static RunListing read(Path folder, JsonNode results) {
        JsonNode run = results.path("run");
        if (!run.path("simulation").isTextual()) {
            return broken(folder);
        }
        return new RunListing(
                nameOf(folder),
                RunTitle.of(run.path("simulation").asText()),
                Instant.parse(run.path("started").asText()),
                counts(results.path("judgements")),
                note(results),
                has(folder, ComparisonHtml.FILE),
                has(folder, GatlingLink.FILE));
    }

    private static Map<Tone, Long> counts(JsonNode judgements) {
        Map<Tone, Long> counts = new EnumMap<>(Tone.class);
        judgements.forEach(judgement -> tone(judgement).ifPresent(tone -> counts.merge(tone, 1L, Long::sum)));
        return counts;
    }

    private static Optional<Tone> tone(JsonNode judgement) {
        String verdict = judgement.path("verdict").asText();
        boolean gate = judgement.path("claim").path("gate").asBoolean();
        return gate && verdict.equals("REFUTED")
                ? Optional.of(Tone.BROKEN)
                : Arrays.stream(Tone.values())
                        .filter(tone -> tone.name().equals(verdict))
                        .findFirst();
    }

    private static String note(JsonNode results) {
        int planned = results.path("extent").path("planned").asInt();
        int ended = results.path("extent").path("ended").asInt();
        boolean killed =
                ended < planned && results.path("extent").path("stopped").isMissingNode();
        return killed ? ended + " of " + planned + " rounds ended" : "";
    }

    private static RunListing broken(Path folder) {
        return new RunListing(
                nameOf(folder),
                nameOf(folder),
                Instant.EPOCH,
                Map.of(),
                "its results.json cannot be read",
                has(folder, ComparisonHtml.FILE),
                has(folder, GatlingLink.FILE));
    }

    private static boolean has(Path folder, String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    /** Returns the start as text; "–" if unknown. */
    String started() {
        return when.equals(Instant.EPOCH) ? Figures.NONE : Figures.moment(when);
    }

    /** Returns a relative link to a file in the run's folder. */
    String link(String file) {
        return "./" + URLEncoder.encode(folder, StandardCharsets.UTF_8).replace("+", "%20") + "/" + file;
    }
}
