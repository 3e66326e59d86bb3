package dev.versus.verdict.attribution;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Finding;
import dev.versus.verdict.attribution.Attribution.Cause;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the cause of a difference as one sentence. */
record Explanation(Ladder ladder, Optional<Estimate> total, List<Rung> rungs, List<Finding> findings) {

    String sentence(Cause cause) {
        return switch (cause) {
            case ONE_STEP ->
                oneStep(rungs.stream().filter(Rung::carries).findFirst().orElseThrow());
            case NO_SINGLE_STEP ->
                "No single step is known to carry more than half of " + difference() + ": " + each() + ".";
            case NO_DIFFERENCE ->
                "There is no difference that matters: " + ratio() + ", within "
                        + percent(ladder.metric().usualMargin()) + "; " + each() + ".";
            case NOT_TOLD_APART -> "These rounds do not show a difference to explain: " + ratio() + "; " + each() + ".";
            case UNSUPPORTED ->
                "What causes a difference in " + subject()
                        + " cannot be told: the rounds support no interval of it, for they are too few or hold no answer.";
            case INVALID -> "The cause of " + difference() + " stays open: " + doubt() + ".";
        };
    }

    private String oneStep(Rung rung) {
        return "Of " + difference() + " the step to " + rung.step().change() + " (" + step(rung) + ") carries "
                + share(rung) + "; " + why(rung) + ".";
    }

    private String why(Rung rung) {
        return rung.explainedBy().isEmpty()
                ? "no diagnostic tells why"
                : findings.stream()
                        .filter(finding -> Diagnostics.explains(finding, ladder.part(rung.step())))
                        .map(finding -> "the diagnostic " + finding.diagnostic() + " tells why: " + finding.symptom())
                        .collect(Collectors.joining("; "));
    }

    private String each() {
        return rungs.stream()
                .map(rung -> "the step to " + rung.step().change() + " (" + step(rung) + ") "
                        + (rung.isToldApart() ? of(rung) : "makes no difference that these rounds show"))
                .collect(Collectors.joining(", "));
    }

    private static String of(Rung rung) {
        return rung.share().isPresent() ? "carries " + share(rung) : "makes a difference";
    }

    private String doubt() {
        Finding doubt = ladder.doubt(findings).orElseThrow();
        return "the diagnostic " + doubt.diagnostic() + " speaks against the figures: " + doubt.symptom();
    }

    private String difference() {
        return "the difference in " + subject() + " ("
                + total.map(Explanation::figures).orElse("unknown") + ")";
    }

    private String ratio() {
        return subject() + " is " + total.map(Explanation::figures).orElse("unknown");
    }

    private String subject() {
        return ladder.whole().describe();
    }

    private static String step(Rung rung) {
        return rung.step().to() + " relative to " + rung.from()
                + rung.ratio().map(ratio -> ": " + figures(ratio)).orElse("");
    }

    private static String share(Rung rung) {
        Estimate share = rung.share().orElseThrow();
        return percent(share.value()) + " (" + percent(share.interval().lower()) + " to "
                + percent(share.interval().upper()) + ")";
    }

    private static String figures(Estimate ratio) {
        return String.format(
                Locale.ROOT,
                "%.3f, %.3f to %.3f",
                ratio.value(),
                ratio.interval().lower(),
                ratio.interval().upper());
    }

    private static String percent(double share) {
        return (share < 0 ? "−" : "") + Math.round(Math.abs(share) * 100) + " %";
    }
}
