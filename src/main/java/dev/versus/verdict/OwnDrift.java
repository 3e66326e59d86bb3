package dev.versus.verdict;

import dev.versus.statistics.Drift;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.Scale;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The drift of what claims compare, in each claim's own metric, from the first round to the last. A ratio that moves by more than its
 * interval is wide to one side has no value that the interval could hold: a longer run would have given another one. What moves all
 * targets alike, such as a machine that heats up, does not move their ratio.
 *
 * <p>Formula: the Mann-Kendall test and Sen's slope over the medians of {@value #PARTS} parts of the rounds. Threshold: significant at 1 %,
 * which needs six rounds at least, a change of more than half the interval's width, and a verdict that is another one where the
 * interval lies half of the change further up or down. Sources: {@link Drift}.
 */
public record OwnDrift(Judge judge) {

    private static final double ERROR = 0.01;
    private static final int PARTS = 20;

    /** Returns the judgement, made invalid if it compares targets and what it compares drifted. */
    public Judgement reviewed(Judgement judgement) {
        Subject subject = judgement.claim().statement().subject();
        boolean compares = subject.targets().size() > 1 && !subject.metric().isExact();
        return compares && judgement.verdict().isDecided()
                ? judgement
                        .estimate()
                        .flatMap(estimate ->
                                judge.effect(subject).flatMap(effect -> reason(judgement, estimate, effect)))
                        .map(judgement::invalidated)
                        .orElse(judgement)
                : judgement;
    }

    private static Optional<String> reason(Judgement judgement, Estimate estimate, PairedEffect effect) {
        Subject subject = judgement.claim().statement().subject();
        double[] perRound = effect.perRound();
        Drift drift = Drift.overParts(PARTS, perRound);
        double change = drift.slope() * (Math.min(PARTS, perRound.length) - 1);
        double size = effect.scale().size(Math.abs(change));
        double half = effect.scale().halfWidth(estimate.interval());
        return drift.isSignificantAt(ERROR) && size > half && changes(judgement, estimate, effect.scale(), change / 2)
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

    /** Tells whether the verdict is another one where the interval lies half of the drift further up or down. */
    private static boolean changes(Judgement judgement, Estimate estimate, Scale scale, double by) {
        Expectation expectation = judgement.claim().statement().expectation();
        return DoubleStream.of(by, -by)
                .mapToObj(distance -> scale.moved(estimate.interval(), distance))
                .anyMatch(moved -> expectation.judge(moved) != judgement.verdict());
    }

    private static String text(Subject subject, double size) {
        return subject.tellsFactor()
                ? String.format(Locale.ROOT, "%.1f %%", size * 100)
                : String.format(Locale.ROOT, "%.3g %s", size, subject.metric().unit());
    }
}
