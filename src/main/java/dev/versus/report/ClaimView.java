package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.NoiseFloor;
import dev.versus.verdict.Subject;

/**
 * A claim's answer as texts, the same in every format for people.
 *
 * @param tone the verdict
 * @param kind "gate", "claim", or "noise floor"
 * @param text the author's words
 * @param statement what it says, without its margin
 * @param measured the estimate with its unit, or "–"
 * @param change a ratio's distance from 1 in per cent, or nothing
 * @param interval the interval, or nothing
 * @param certainty its confidence and its rounds, or nothing
 * @param required the values that agree with the claim
 * @param reason why this verdict
 * @param visible the smallest difference that the run could have told apart, or "–"
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

    /** What kind of claim it is, in a word or two. */
    static String kind(Claim claim) {
        if (NoiseFloor.isNoise(claim)) {
            return "noise floor";
        }
        return claim.gate() ? "gate" : "claim";
    }

    /** The unit in which a subject is told: that of its metric, "×" for ratios. */
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

    /** The interval with what it is: "0.912 to 0.934 (95.1 % interval, 10 rounds)". */
    String intervalInFull() {
        return interval.isEmpty() ? certainty : interval + " (" + certainty + ")";
    }
}
