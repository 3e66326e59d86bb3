package dev.versus.report;

import dev.versus.ForeignText;
import dev.versus.statistics.Estimate;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A gate that looked broken, and its second draw: new rounds, in a new order, on fresh starts of the systems. Only gates that compare
 * targets have one. The gate is broken if both draws refute it, each at the confidence of the run. So a gate that is met breaks a build
 * in at most 5 % × 5 % = 0.25 % of runs, where launches are independent. If only the first draw refutes it, or if the second one does not
 * come to its end, the gate is not decided.
 *
 * @param claim the gate's words
 * @param first the estimate of the first draw
 * @param second the estimate of the second draw; empty if its rounds do not support one
 * @param verdict the verdict of the second draw alone
 * @param brokenOff why the second draw did not come to its end; empty if it did
 */
public record SecondDraw(
        String claim, Estimate first, Optional<Estimate> second, Verdict verdict, Optional<String> brokenOff) {

    /** Returns the first gate, by its words, that asks for a second draw; empty if none does. */
    public static Optional<String> askedFor(RunRecord run) {
        return JudgedDraw.of(run).judgements().stream()
                .filter(SecondDraw::isAsked)
                .map(judgement -> judgement.claim().text())
                .findFirst();
    }

    /** Tells whether a judgement is of a gate that compares targets, and refuted by its interval. */
    private static boolean isAsked(Judgement judgement) {
        return judgement.breaks(false)
                && judgement.claim().statement().subject().targets().size() > 1
                && judgement.estimate().isPresent();
    }

    /** Returns each gate that the first draw refuted, with its answer by the second draw. */
    static List<SecondDraw> of(List<Judgement> first, JudgedDraw draw) {
        List<Judgement> second = draw.judgements();
        return first.stream()
                .filter(SecondDraw::isAsked)
                .flatMap(judgement -> second.stream()
                        .filter(again -> again.claim().equals(judgement.claim()))
                        .map(again -> new SecondDraw(
                                again.claim().text(),
                                judgement.estimate().orElseThrow(),
                                again.estimate(),
                                again.verdict(),
                                draw.brokenOff())))
                .toList();
    }

    /** Returns a judgement of the first draw as both draws have it; as it is where the second draw was not for it. */
    static Judgement settled(Judgement judgement, List<SecondDraw> draws) {
        return draws.stream()
                .filter(draw -> draw.claim.equals(judgement.claim().text()))
                .findFirst()
                .map(draw -> judgement.overruled(
                        draw.isRefutedTwice() ? Verdict.REFUTED : Verdict.INCONCLUSIVE,
                        "refuted by the first draw (" + text(draw.first) + "), and " + draw.ofSecond()))
                .orElse(judgement);
    }

    private boolean isRefutedTwice() {
        return verdict == Verdict.REFUTED && brokenOff.isEmpty();
    }

    private String ofSecond() {
        return brokenOff
                .map(why -> "the second draw, on fresh starts, did not come to its end: " + firstLine(why))
                .orElseGet(() -> Figures.word(verdict) + " by the second, on fresh starts ("
                        + second.map(SecondDraw::text).orElse("no interval") + ")"
                        + (isRefutedTwice()
                                ? "; a gate that is met breaks so in 0.25 % of runs at most"
                                : ", so the draws do not agree: run again"));
    }

    private static String firstLine(String message) {
        return ForeignText.line(message.lines().findFirst().orElse(message));
    }

    private static String text(Estimate estimate) {
        return Figures.value(estimate) + ", " + Figures.interval(estimate);
    }
}
