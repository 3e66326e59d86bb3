package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Round;
import dev.versus.statistics.OrderEffect;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds pairs of targets whose ratio depends on which of them had the first turn in a round: the first leaves something behind (caches,
 * sockets, garbage, a throttled CPU) that affects the second.
 *
 * <p>Formula: {@link OrderEffect} on {@code ln(B/A)} of rounds with A first against rounds with B first. Threshold: significant at 1 %,
 * which needs ten rounds with at least four of each order, and a shift of more than 5 %. Source: H. B. Mann, D. R. Whitney, Annals of
 * Mathematical Statistics 18 (1947), 50–60; on carry-over B. Jones, M. G. Kenward, "Design and Analysis of Cross-Over Trials", 3rd ed.
 * (2014), chapter 2.
 *
 * <p>Severity: a warning, because orders are drawn at random and the shift cancels out; invalid if one order was so much more frequent
 * that the remaining shift, shift × |share − 1/2|, is above 5 %.
 */
final class OrderMatters extends PairDiagnostic {

    private static final double ERROR = 0.01;
    private static final double LARGEST_SHIFT = 0.05;

    OrderMatters() {
        super(
                "order-effect",
                Scope.ALL,
                "a target leaves something behind that affects the next one: connections in TIME_WAIT, caches, garbage",
                "pause between turns, or make rounds longer, so that these effects are a smaller part of each");
    }

    @Override
    boolean isOfTurns() {
        return true;
    }

    @Override
    Stream<Finding> examine(Pair pair, Evidence evidence) {
        Map<Integer, Integer> turnsOfA = turns(pair.a(), evidence);
        Map<Integer, Integer> turnsOfB = turns(pair.b(), evidence);
        Map<Boolean, Map<Integer, Double>> byOrder = Levels.ratios(pair, evidence).entrySet().stream()
                .collect(Collectors.partitioningBy(
                        round -> turnsOfA.getOrDefault(round.getKey(), 0) < turnsOfB.getOrDefault(round.getKey(), 0),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        double[] aFirst = Levels.values(byOrder.getOrDefault(true, Map.of()));
        double[] bFirst = Levels.values(byOrder.getOrDefault(false, Map.of()));
        return aFirst.length == 0 || bFirst.length == 0
                ? Stream.empty()
                : examine(
                        pair,
                        OrderEffect.between(aFirst, bFirst),
                        (double) aFirst.length / (aFirst.length + bFirst.length));
    }

    private Stream<Finding> examine(Pair pair, OrderEffect effect, double shareOfAFirst) {
        double left = Math.abs(effect.shift()) * Math.abs(shareOfAFirst - 0.5);
        return finding(
                effect.isSignificantAt(ERROR) && Math.abs(effect.shift()) > Math.log1p(LARGEST_SHIFT),
                left > Math.log1p(LARGEST_SHIFT),
                pair,
                text(
                        "%s relative to %s changes by %+.1f %% when %s goes first, which it did in %.0f %% of rounds (limit %.0f %%)",
                        pair.b(),
                        pair.a(),
                        Math.expm1(effect.shift()) * 100,
                        pair.a(),
                        shareOfAFirst * 100,
                        LARGEST_SHIFT * 100));
    }

    private static Map<Integer, Integer> turns(String target, Evidence evidence) {
        return evidence.roundsOf(target).stream()
                .collect(Collectors.toMap(Round::number, Round::turn, (first, again) -> first));
    }
}
