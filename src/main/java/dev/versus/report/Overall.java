package dev.versus.report;

import dev.versus.verdict.Control;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The overall answer of a run.
 *
 * @param tone the worst answer of all claims
 * @param headline the answer in a few words
 * @param counts the number of claims with each verdict
 * @param alerts the warnings to read first: undecided claims, broken gates, a control that moved, an early end, invalidating findings
 */
record Overall(Tone tone, String headline, String counts, List<String> alerts) {

    static Overall of(Report report) {
        List<Tone> tones = report.results().judgements().stream()
                .filter(judgement -> !Control.isControl(judgement.claim()))
                .map(Tone::of)
                .toList();
        Tone worst = worst(tones);
        return new Overall(worst, headline(worst, tones), counts(tones), alerts(report));
    }

    private static Tone worst(List<Tone> tones) {
        for (Tone tone : List.of(Tone.BROKEN, Tone.INVALID, Tone.INCONCLUSIVE, Tone.REFUTED)) {
            if (tones.contains(tone)) {
                return tone;
            }
        }
        return Tone.CONFIRMED;
    }

    private static String headline(Tone worst, List<Tone> tones) {
        long many = tones.stream().filter(worst::equals).count();
        return switch (worst) {
            case BROKEN -> many == 1 ? "A gate is broken" : many + " gates are broken";
            case INVALID, INCONCLUSIVE -> "Not every claim could be decided";
            case REFUTED -> many == 1 ? "Decided: one claim is refuted" : "Decided: " + many + " claims are refuted";
            case CONFIRMED -> tones.isEmpty() ? "Nothing was claimed" : "Every claim is confirmed";
        };
    }

    private static String counts(List<Tone> tones) {
        return Arrays.stream(Tone.values())
                .filter(tones::contains)
                .map(tone -> tones.stream().filter(tone::equals).count() + " " + tone.word())
                .collect(Collectors.joining(" · "));
    }

    private static List<String> alerts(Report report) {
        List<String> alerts = new ArrayList<>();
        for (Tone tone : List.of(Tone.BROKEN, Tone.INVALID, Tone.INCONCLUSIVE)) {
            report.results().judgements().stream()
                    .filter(judgement -> Tone.of(judgement) == tone && !Control.isControl(judgement.claim()))
                    .forEach(judgement -> alerts.add(alert(judgement, tone)));
        }
        report.results().judgements().stream()
                .filter(judgement -> Control.isControl(judgement.claim()))
                .filter(judgement -> judgement.verdict() == Verdict.REFUTED)
                .forEach(judgement -> alerts.add("A target differs from itself (“"
                        + judgement.claim().text() + "”): differences of that size between others mean nothing."));
        if (!report.results().extent().isWhole()) {
            alerts.add(report.results().extent().describe());
        }
        if (!report.results().warmUp().level()) {
            alerts.add("The warm-up ended before every target was level: figures may still be too slow.");
        }
        report.results().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.INVALIDATES)
                .filter(finding -> alerts.stream().noneMatch(told -> told.contains(finding.symptom())))
                .forEach(finding -> alerts.add("Diagnostic " + finding.diagnostic() + ": " + finding.symptom()));
        return alerts;
    }

    private static String alert(Judgement judgement, Tone tone) {
        return "%s %s: “%s” – %s"
                .formatted(
                        judgement.claim().gate() ? "Gate" : "Claim",
                        tone.word(),
                        judgement.claim().text(),
                        judgement.reason());
    }
}
