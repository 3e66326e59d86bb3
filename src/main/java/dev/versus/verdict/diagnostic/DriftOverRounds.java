package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds targets that became steadily faster or slower from the first round to the last.
 *
 * <p>Formula: the Mann-Kendall test and Sen's slope over the {@link Levels} of the rounds, and over the ratio to each compared target.
 * Threshold: significant at 1 %, which needs at least six rounds, and a change of more than 5 % over all rounds. Sources: H. B. Mann,
 * Econometrica 13 (1945), 245–259; P. K. Sen, JASA 63 (1968), 1379–1389.
 *
 * <p>Severity: a warning if the ratios to all compared targets show no trend, because a machine that heats up or has noisy neighbours
 * changes all targets alike, and turns in random order keep ratios fair. Invalid if a ratio shows a trend too.
 */
final class DriftOverRounds extends TargetDiagnostic {

    DriftOverRounds() {
        super(
                "drift-over-rounds",
                Scope.ALL,
                "a target was still warming up, its data or memory grows, or the machine heats up or became busier",
                "plot the rounds; warm up longer, reset the data between rounds, or find what grows");
    }

    @Override
    boolean isOfTurns() {
        return true;
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        Trend trend = Trend.of(target, evidence);
        boolean own = trend.matters() && Trend.isOwnOf(target, evidence);
        return finding(
                trend.matters(),
                own ? Severity.INVALIDATES : Severity.WARNS,
                List.of(target),
                text(
                        "%s moved by %+.1f %% from its first round to its last (limit %.0f %%; chance alone does that in %.2f of 100 runs)%s",
                        target,
                        trend.change() * 100,
                        Trend.LARGEST_CHANGE * 100,
                        trend.pValue() * 100,
                        own ? ", and the other targets did not move with it" : ""));
    }
}
