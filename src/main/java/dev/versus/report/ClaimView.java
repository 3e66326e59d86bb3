package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.NoiseFloor;
import dev.versus.verdict.Subject;

/**
 * A claim's answer as texts, used by all formats for people.
 *
 * @param tone the verdict
 * @param kind "gate", "claim", or "noise floor"
 * @param text the claim in its author's words
 * @param statement the claim's statement in words
 * @param measured the estimate with its unit, or "–"
 * @param change a ratio's distance from 1 in percent, or an empty text
 * @param interval the interval, or an empty text
 * @param certainty the confidence and the number of rounds, or an empty text
 * @param required the values that agree with the claim
 * @param reason the reason for the verdict
 * @param visible the smallest difference that the run could have detected, or "–"
 */
record ClaimView(
        Tone tone,
        String kind,
        String text,
        String statement,
        String measured,
        String change,
        String interval,
        String certainty,
        String required,
        String reason,
        String visible) {

    static ClaimView of(Judgement judgement) {
        var claim = judgement.claim();
        Subject subject = claim.statement().subject();
        String unit = unitOf(subject);
        return new ClaimView(
                Tone.of(judgement),
                kind(claim),
                claim.text(),
                claim.statement().describe(),
                judgement.estimate().map(e -> withUnit(Figures.value(e), unit)).orElse(Figures.NONE),
                judgement
                        .estimate()
                        .filter(e -> subject.tellsFactor())
                        .map(Figures::change)
                        .orElse(""),
                judgement.estimate().map(Figures::interval).orElse(""),
                judgement.estimate().map(ClaimView::certainty).orElse(""),
                withUnit(Figures.required(claim.statement().expectation().required()), unit),
                judgement.reason(),
                visible(judgement, unit));
    }

    /** Returns the kind of a claim: "gate", "claim" or "noise floor". */
    static String kind(Claim claim) {
        if (NoiseFloor.isNoise(claim)) {
            return "noise floor";
        }
        return claim.gate() ? "gate" : "claim";
    }

    /** Returns the unit of a subject: the unit of its metric, or "×" for ratios. */
    private static String unitOf(Subject subject) {
        return subject.tellsFactor() ? "×" : subject.metric().unit();
    }

    private static String withUnit(String figure, String unit) {
        return (figure + " " + unit).strip();
    }

    private static String certainty(Estimate estimate) {
        return estimate.interval().lower() == estimate.interval().upper()
                ? "counted, " + estimate.n() + " rounds"
                : Figures.percent(estimate.confidence()) + " interval, " + estimate.n() + " rounds";
    }

    private static String visible(Judgement judgement, String unit) {
        return judgement.smallestEffect().isEmpty()
                ? Figures.NONE
                : Figures.size(
                        judgement.smallestEffect().getAsDouble(),
                        judgement.claim().statement().subject().scale(),
                        unit);
    }

    /** Returns the interval with its confidence and rounds: "0.912 to 0.934 (95.1 % interval, 10 rounds)". */
    String intervalInFull() {
        return interval.isEmpty() ? certainty : interval + " (" + certainty + ")";
    }
}
