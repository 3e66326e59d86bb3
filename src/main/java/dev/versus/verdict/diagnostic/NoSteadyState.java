package dev.versus.verdict.diagnostic;

import dev.versus.comparison.WarmUp;
import dev.versus.statistics.Medians;
import dev.versus.verdict.CountedRounds;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds a warm-up that ended too early: its time limit ended it, rounds did not settle, or the first round differs from all others.
 *
 * <p>Formula: {@link WarmUp#level()}; the first round's {@link Levels level} / the median of the others. Threshold: not level; the first
 * round is more than 10 % off, and no other round is; no start-up that could be left out ({@link CountedRounds#settled()}), and a trend
 * of the cost of a request. Source: A. Georges, D. Buytaert, L. Eeckhout, "Statistically Rigorous Java Performance Evaluation", OOPSLA 2007.
 *
 * <p>Severity: after a warm-up ended by its limit, a warning if the target's rounds show no trend, because slices vary on a shared
 * machine and the warm-up was long enough; invalid if the rounds still rise or fall; a warning if all compared targets moved with it,
 * because the machine became busier then and ratios stay fair. The same holds for rounds that did not settle. A first round that differs is a warning, because it hardly changes the
 * median of all rounds.
 */
final class NoSteadyState extends TargetDiagnostic {

    private static final double LARGEST_DISTANCE = 0.10;
    private static final int FEWEST_ROUNDS = 5;

    NoSteadyState() {
        super(
                "no-steady-state",
                Scope.ALL,
                "compilers and caches were still warming up, or something else disturbed the machine",
                "warm up longer (-Dversus.warmUp=2m), on a quieter machine");
    }

    @Override
    boolean isOfTurns() {
        return true;
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        return Stream.of(cutOff(target, evidence), unsettled(target, evidence), firstApart(target, evidence))
                .flatMap(Function.identity());
    }

    private Stream<Finding> cutOff(String target, Evidence evidence) {
        WarmUp warmUp = evidence.warmUp();
        Trend trend = Trend.of(target, evidence);
        boolean own = trend.matters() && isOwn(target, evidence);
        String rounds = trend.matters()
                ? text("still moved by %+.1f %%%s", trend.change() * 100, own ? "" : ", and the others with them")
                : "show no trend";
        boolean inTime = evidence.ends().stream().noneMatch(end -> end.round() == 0);
        return finding(
                !warmUp.level() && inTime,
                own ? Severity.INVALIDATES : Severity.WARNS,
                List.of(target),
                text(
                        "the warm-up reached its time limit after %.1f s and was not level, and the rounds of %s %s",
                        warmUp.seconds(), target, rounds));
    }

    private Stream<Finding> unsettled(String target, Evidence evidence) {
        CountedRounds counted = evidence.counted();
        Trend trend = counted.settled() ? Trend.of() : Trend.of(counted.costs());
        return finding(
                evidence.warmUp().level() && trend.matters(),
                isOwn(target, evidence) ? Severity.INVALIDATES : Severity.WARNS,
                List.of(target),
                text(
                        "what a request costs had not settled by the middle of the rounds, so that no start-up could be left out: it moved by %+.1f %%",
                        trend.change() * 100));
    }

    /** Tells whether the ratio of a target to another one moved; a target that is compared with none has nothing to share its moves. */
    private static boolean isOwn(String target, Evidence evidence) {
        boolean alone = evidence.pairs().stream().noneMatch(pair -> pair.has(target));
        return alone || Trend.isOwnOf(target, evidence);
    }

    private Stream<Finding> firstApart(String target, Evidence evidence) {
        double[] levels = Levels.of(target, evidence);
        if (levels.length < FEWEST_ROUNDS) {
            return Stream.empty();
        }
        double[] others = Arrays.copyOfRange(levels, 1, levels.length);
        double usual = Medians.of(others);
        double first = Math.expm1(levels[0] - usual);
        return warning(
                Math.abs(first) > LARGEST_DISTANCE
                        && Arrays.stream(others)
                                .allMatch(other -> Math.abs(Math.expm1(other - usual)) <= LARGEST_DISTANCE),
                target,
                text(
                        "the first round of %s is %+.1f %% off the median of the others (limit %.0f %%; all others are within it)",
                        target, first * 100, LARGEST_DISTANCE * 100));
    }
}
