package dev.versus.report;

import dev.versus.ForeignText;
import dev.versus.verdict.Judgement;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * Sums up the gates of a run in one line, which is the last one that the run prints: how many are broken, how many are not decided, and
 * why.
 */
public final class GatesLine {

    private GatesLine() {}

    /** Returns the line: "versus: 3 gates: 1 confirmed, 1 BROKEN ('…' is broken: why), 1 NOT DECIDED, … ('…' is invalid: why)". */
    public static String of(Results results) {
        List<Judgement> gates = results.judgements().stream()
                .filter(judgement -> judgement.claim().gate())
                .toList();
        String head = "versus: " + gates.size() + (gates.size() == 1 ? " gate: " : " gates: ");
        StringJoiner line = new StringJoiner(", ", head, "").setEmptyValue("versus: no gate but that every round ends");
        add(line, gates, judgement -> Tone.of(judgement) == Tone.CONFIRMED, "confirmed");
        add(line, gates, judgement -> Tone.of(judgement) == Tone.BROKEN, "BROKEN");
        add(line, gates, judgement -> !judgement.verdict().isDecided(), undecided(results.run()));
        if (!results.extent().isWhole()) {
            line.add("and the run ended early, which breaks the build");
        }
        return ForeignText.line(line.toString());
    }

    private static String undecided(RunHeader run) {
        return run.isStrict()
                ? "NOT DECIDED, which breaks the build under -Dversus.strict"
                : "NOT DECIDED, which breaks the build only under -Dversus.strict";
    }

    private static void add(StringJoiner line, List<Judgement> gates, Predicate<Judgement> kind, String word) {
        List<Judgement> found = gates.stream().filter(kind).toList();
        if (!found.isEmpty()) {
            line.add(found.size() + " " + word + reasons(found));
        }
    }

    private static String reasons(List<Judgement> gates) {
        StringJoiner reasons = new StringJoiner("; ", " (", ")");
        reasons.setEmptyValue("");
        gates.stream()
                .filter(gate -> Tone.of(gate) != Tone.CONFIRMED)
                .map(gate -> "'%s' is %s: %s"
                        .formatted(gate.claim().text(), Tone.of(gate).word(), gate.reason()))
                .forEach(reasons::add);
        return reasons.toString();
    }
}
