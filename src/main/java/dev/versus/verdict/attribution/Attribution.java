package dev.versus.verdict.attribution;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Margin;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;

/**
 * What causes the difference between the first and the last target of a ladder.
 *
 * @param ladder what was declared
 * @param total the metric of the last target divided by that of the first; empty where the rounds support no interval
 * @param rungs each step in figures
 * @param cause the answer
 * @param carrier the target to which the step leads that carries the difference, if one does
 * @param sentence the answer in one sentence, with its figures
 */
public record Attribution(
        Ladder ladder,
        Optional<Estimate> total,
        List<Rung> rungs,
        Cause cause,
        Optional<String> carrier,
        String sentence) {

    /** What can be said of the cause. */
    public enum Cause {
        /** One step carries more than half of the difference, wherever in its interval the truth lies. */
        ONE_STEP,
        /** There is a difference, and no step is known to carry more than half of it. */
        NO_SINGLE_STEP,
        /** There is no difference that matters, by the metric's usual margin. */
        NO_DIFFERENCE,
        /** The rounds do not tell the two ends apart. */
        NOT_TOLD_APART,
        /** There are too few rounds for an interval, or some without an answer. */
        UNSUPPORTED,
        /** A diagnostic makes the figures invalid. */
        INVALID
    }

    public Attribution {
        rungs = List.copyOf(rungs);
    }

    /** The answer of a judge of the rounds that count. */
    public static Attribution of(Ladder ladder, Judge judge, List<Finding> findings) {
        Optional<Estimate> total = judge.estimate(ladder.whole());
        List<Rung> rungs = ladder.steps().stream()
                .map(step -> Rung.of(ladder, step, judge, findings))
                .toList();
        Optional<Finding> doubt = ladder.steps().stream()
                .flatMap(step -> Diagnostics.doubt(ladder.part(step), findings).stream())
                .findFirst();
        Optional<Rung> carrier = rungs.stream().filter(Rung::carries).findFirst();
        Cause cause = cause(ladder, total, doubt.isPresent(), carrier.isPresent());
        Optional<Rung> named = cause == Cause.ONE_STEP ? carrier : Optional.empty();
        return new Attribution(
                ladder,
                total,
                rungs,
                cause,
                named.map(rung -> rung.step().to()),
                new Explanation(ladder, total, rungs, findings).sentence(cause));
    }

    private static Cause cause(Ladder ladder, Optional<Estimate> total, boolean doubted, boolean carried) {
        if (total.isEmpty()) {
            return Cause.UNSUPPORTED;
        }
        if (doubted) {
            return Cause.INVALID;
        }
        var interval = total.get().interval();
        if (Margin.relative(ladder.metric().usualMargin()).aroundNeutral().encloses(interval)) {
            return Cause.NO_DIFFERENCE;
        }
        if (interval.contains(1)) {
            return Cause.NOT_TOLD_APART;
        }
        return carried ? Cause.ONE_STEP : Cause.NO_SINGLE_STEP;
    }
}
