package dev.versus.verdict.attribution;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Margin;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import java.util.List;
import java.util.Optional;

/**
 * The cause of the difference between the first and the last target of a ladder, as far as the rounds show it.
 *
 * @param total the last target's metric divided by the first target's; empty if the rounds support no interval
 * @param carrier the target of the step that carries more than half of the difference, if one does
 * @param sentence the answer in one sentence, with its figures
 */
public record Attribution(
        Ladder ladder,
        Optional<Estimate> total,
        List<Rung> rungs,
        Cause cause,
        Optional<String> carrier,
        String sentence) {

    /** The kind of answer. */
    public enum Cause {
        /** One step carries more than half of the difference: the whole interval of its share lies above one half. */
        ONE_STEP,
        /** There is a difference, but the rounds show no step that carries more than half of it. */
        NO_SINGLE_STEP,
        /** The difference is smaller than the metric's usual margin. */
        NO_DIFFERENCE,
        /** The rounds do not show whether the first and the last target differ. */
        NOT_TOLD_APART,
        /** The rounds are too few for an interval, or one has no answered request. */
        UNSUPPORTED,
        /** A diagnostic makes the figures invalid. */
        INVALID
    }

    public Attribution {
        rungs = List.copyOf(rungs);
    }

    /** Finds the cause with a judge of the complete rounds and the diagnostics' findings. */
    public static Attribution of(Ladder ladder, Judge judge, List<Finding> findings) {
        Optional<Estimate> total = judge.estimate(ladder.whole());
        List<Rung> rungs = ladder.steps().stream()
                .map(step -> Rung.of(ladder, step, judge, findings))
                .toList();
        Optional<Rung> carrier = rungs.stream().filter(Rung::carries).findFirst();
        Cause cause = cause(ladder, total, ladder.doubt(findings).isPresent(), carrier.isPresent());
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
