package dev.versus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.comparison.Plan;
import dev.versus.comparison.Restart;
import dev.versus.comparison.ServiceEnd;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Calibration;
import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Json;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Verdict;
import dev.versus.verdict.diagnostic.Circumstances;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one {@code rounds.jsonl}, line by line. */
final class RecordReader {

    private final Path file;
    private final ObjectMapper json = Json.lines();
    private final List<Round> rounds = new ArrayList<>();
    private final List<DuetSlice> duets = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable RunHeader run;
    private final List<Restart> restarts = new ArrayList<>();
    private final List<ServiceEnd> ends = new ArrayList<>();
    private @Nullable WarmUp warmUp;
    private @Nullable Stopped stopped;
    private @Nullable Calibration ruler;
    private @Nullable Circumstances evidence;
    private @Nullable RecordReader secondDraw;
    private @Nullable String failure;
    private Map<String, Verdict> judged = Map.of();
    private Fingerprints fingerprints = Fingerprints.none();

    RecordReader(Path file) {
        this.file = file;
    }

    RunRecord read() {
        String text = text();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            if (!lines[i].isBlank() && !(last && isTorn(lines[i]))) {
                take(i + 1, parse(i + 1, lines[i]));
            }
        }
        if (run == null) {
            throw broken(1, "expected the run's header, {\"run\": …}, and the file ends before it", null);
        }
        return record(run);
    }

    private RunRecord record(RunHeader header) {
        return new RunRecord(
                header,
                Optional.ofNullable(warmUp),
                new Observations(rounds, duets),
                fingerprints,
                findings,
                restarts,
                ends,
                Optional.ofNullable(stopped),
                Optional.ofNullable(ruler),
                Optional.ofNullable(evidence),
                judged,
                Optional.ofNullable(secondDraw).map(again -> again.recordBeside(this, header)),
                Optional.ofNullable(failure));
    }

    /** Returns the record of a second draw, which has a plan of its own and the circumstances of the first one. */
    private RunRecord recordBeside(RecordReader first, RunHeader header) {
        ruler = first.ruler;
        evidence = first.evidence;
        fingerprints = first.fingerprints;
        return record(Objects.requireNonNullElse(run, header));
    }

    private String text() {
        Links.refuseForeign(file);
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken(1, "the file cannot be read (" + e + "); name the folder of a run, which holds it", e);
        }
    }

    /** Tells whether the last line was cut off by a kill: it has no line break and is not JSON. */
    private boolean isTorn(String lastLine) {
        try {
            json.readTree(lastLine);
            return false;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private JsonNode parse(int line, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw broken(line, "this is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void take(int line, JsonNode entry) {
        if (!entry.isObject() || entry.size() != 1) {
            throw broken(line, "expected an object with a single key, such as {\"round\": …}", null);
        }
        String kind = entry.fieldNames().next();
        if (run == null && !kind.equals("run")) {
            throw broken(line, "expected the run's header, {\"run\": …}, before {\"" + kind + "\": …}", null);
        }
        try {
            take(line, kind, entry.get(kind));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw broken(line, "this is no " + kind + " as docs/results.md describes it: " + firstLine(e), e);
        }
    }

    private void take(int line, String kind, JsonNode value) throws JsonProcessingException {
        switch (kind) {
            case "run" -> run = header(line, value);
            case "plan" -> run = planned(json.treeToValue(value, Plan.class));
            case "warmUp" -> warmUp = json.treeToValue(value, WarmUp.class);
            case "restart" -> restarts.add(json.treeToValue(value, Restart.class));
            case "serviceEnd" -> ends.add(json.treeToValue(value, ServiceEnd.class));
            case "stopped" -> stopped = json.treeToValue(value, Stopped.class);
            case "ruler" -> ruler = json.treeToValue(value, Calibration.class);
            case "evidence" -> evidence = json.treeToValue(value, Circumstances.class);
            case "judged" -> judged = json.convertValue(value, new TypeReference<Map<String, Verdict>>() {});
            case "secondDraw" -> ofSecondDraw().take(line, value);
            case "failed" -> failure = value.asText();
            case "round" -> rounds.add(round(line, value));
            case "duet" -> duets.add(json.treeToValue(value, DuetSlice.class));
            case "fingerprints" -> fingerprints = json.treeToValue(value, Fingerprints.class);
            case "findings" -> findings.addAll(json.convertValue(value, new TypeReference<List<Finding>>() {}));
            default -> {
                // A newer minor version may keep more.
            }
        }
    }

    private RecordReader ofSecondDraw() {
        if (secondDraw == null) {
            secondDraw = new RecordReader(file);
            secondDraw.run = run;
        }
        return secondDraw;
    }

    private RunHeader header(int line, JsonNode value) throws JsonProcessingException {
        int format = value.path("format").asInt();
        if (run != null) {
            throw broken(line, "a second header: expected one run a file", null);
        }
        if (format < 1 || format > RunHeader.FORMAT) {
            throw broken(
                    line,
                    "its format is %d, and this version of Versus reads formats 1 to %d: use the version that wrote it"
                            .formatted(format, RunHeader.FORMAT),
                    null);
        }
        return json.treeToValue(value, RunHeader.class);
    }

    private @Nullable RunHeader planned(Plan plan) {
        return run == null ? null : run.planned(plan);
    }

    private Round round(int line, JsonNode value) throws JsonProcessingException {
        Round round = json.treeToValue(value, Round.class);
        boolean known = run != null
                && run.targets().stream().anyMatch(target -> target.name().equals(round.target()));
        if (!known) {
            throw broken(line, "a round of '" + round.target() + "', which is no target of the run's header", null);
        }
        if (!seen.add(round.number() + " " + round.target())) {
            throw broken(line, "round " + round.number() + " of '" + round.target() + "' is there already", null);
        }
        return round;
    }

    private BrokenRecord broken(int line, String what, @Nullable Throwable cause) {
        return new BrokenRecord(file, line, what, cause);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
