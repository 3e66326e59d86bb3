package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Subject;

/** A claim's answer as texts, used by all formats for people. */
record ClaimView(Judgement judgement) {

    Tone tone() {
        return Tone.of(judgement);
    }

    /** Returns "gate", "claim" or "control". */
    String kind() {
        if (Control.isControl(claim())) {
            return "control";
        }
        return claim().gate() ? "gate" : "claim";
    }

    /** Returns the claim in its author's words. */
    String text() {
        return claim().text();
    }

    /** Returns the claim's statement in words. */
    String statement() {
        return claim().statement().describe();
    }

    /** Returns the estimate with its unit, or "–". */
    String measured() {
        return judgement.estimate().map(Figures::value).map(this::withUnit).orElse(Figures.NONE);
    }

    /** Returns a ratio's distance from 1 in percent, or an empty text. */
    String change() {
        return judgement
                .estimate()
                .filter(ratio -> subject().tellsFactor())
                .map(Figures::change)
                .orElse("");
    }

    String interval() {
        return Figures.interval(judgement.estimate());
    }

    /** Returns the confidence, the number of rounds and, where it was so, that targets were loaded at once; or an empty text. */
    String certainty() {
        String load = judgement.basis() == Basis.DUETS ? ", loaded at once" : "";
        return judgement.estimate().map(estimate -> certainty(estimate) + load).orElse("");
    }

    private static String certainty(Estimate estimate) {
        return estimate.interval().lower() == estimate.interval().upper()
                ? "counted, " + estimate.n() + " rounds"
                : Figures.confidence(estimate.confidence()) + " interval, " + estimate.n() + " rounds";
    }

    /** Returns the interval with its confidence and rounds: "0.912 to 0.934 (95.1 % interval, 10 rounds)". */
    String intervalInFull() {
        return interval().isEmpty() ? certainty() : interval() + " (" + certainty() + ")";
    }

    /** Returns the values that agree with the claim. */
    String required() {
        return withUnit(Figures.required(claim().statement().expectation().required()));
    }

    String reason() {
        return judgement.reason();
    }

    /** Returns the smallest difference that the run could have detected, or "–". */
    String visible() {
        return judgement.smallestEffect().isEmpty()
                ? Figures.NONE
                : Figures.size(
                        judgement.smallestEffect().getAsDouble(), subject().scale(), unit());
    }

    private Claim claim() {
        return judgement.claim();
    }

    private Subject subject() {
        return claim().statement().subject();
    }

    private String unit() {
        return subject().tellsFactor() ? "×" : subject().metric().unit();
    }

    private String withUnit(String figure) {
        return (figure + " " + unit()).strip();
    }
}
