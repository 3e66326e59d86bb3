package dev.versus.verdict;

import dev.versus.statistics.Drift;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.PairedEffect;
import java.util.Locale;
import java.util.Optional;

/**
 * The drift of what claims compare, in each claim's own metric, from the first round to the last. A ratio that moves by more than its
 * interval is wide to one side has no value that the interval could hold: a longer run would have given another one. What moves all
 * targets alike, such as a machine that heats up, does not move their ratio.
 *
 * <p>Formula: the Mann-Kendall test and Sen's slope over the medians of {@value #PARTS} parts of the rounds. Threshold: significant at 1 %,
 * which needs six rounds at least, and a change of more than half the interval's width, and of more than 1 % in a
 * ratio. Sources: {@link Drift}.
 */
public record OwnDrift(Judge judge) {

    private static final double ERROR = 0.01;
    private static final int PARTS = 20;
    /** Rounds that hardly scatter show drifts of a ratio that matter to no claim. */
    private static final double SMALLEST_SHARE = 0.01;

    /** Returns the judgement, made invalid if it compares targets and what it compares drifted. */
    public Judgement reviewed(Judgement judgement) {
        Subject subject = judgement.claim().statement().subject();
        boolean compares = subject.targets().size() > 1 && !subject.metric().isExact();
        return compares && judgement.verdict() != Verdict.INVALID
                ? judgement
                        .estimate()
                        .flatMap(estimate -> judge.effect(subject).flatMap(effect -> reason(subject, estimate, effect)))
                        .map(judgement::invalidated)
                        .orElse(judgement)
                : judgement;
    }

    private static Optional<String> reason(Subject subject, Estimate estimate, PairedEffect effect) {
        double[] perRound = effect.perRound();
        Drift drift = Drift.overParts(PARTS, perRound);
        double change = drift.slope() * (Math.min(PARTS, perRound.length) - 1);
        double size = effect.scale().size(Math.abs(change));
        double half = effect.scale().halfWidth(estimate.interval());
        boolean small = subject.tellsFactor() && size <= SMALLEST_SHARE;
        return drift.isSignificantAt(ERROR) && size > half && !small
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%s %s by %s from the first round to the last, more than its interval of %s to each side covers (chance alone does"
                                + " that in %.2f of 100 runs); warm up longer, reset the data between rounds, or find what grows",
                        subject.describe(),
                        change > 0 ? "rose" : "fell",
                        text(subject, size),
                        text(subject, half),
                        drift.pValue() * 100))
                : Optional.empty();
    }

    private static String text(Subject subject, double size) {
        return subject.tellsFactor()
                ? String.format(Locale.ROOT, "%.1f %%", size * 100)
                : String.format(Locale.ROOT, "%.3g %s", size, subject.metric().unit());
    }
}
