package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Round;
import dev.versus.statistics.OrderEffect;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
final class OrderMatters implements PairDiagnostic {

    private static final double ERROR = 0.01;
    private static final double LARGEST_SHIFT = 0.05;

    private static final Advice ADVICE = new Advice(
            "order-effect",
            "a target leaves something behind that affects the next one: connections in TIME_WAIT, caches, garbage",
            "pause between turns, or make rounds longer, so that these effects are a smaller part of each");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public Optional<Finding> examine(Pair pair, Evidence evidence) {
        Map<Integer, Double> ratios = Levels.ratios(pair, evidence);
        Map<Integer, Integer> turnsOfA = turns(pair.a(), evidence);
        Map<Integer, Integer> turnsOfB = turns(pair.b(), evidence);
        Map<Boolean, List<Double>> byOrder = ratios.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        round -> turnsOfA.getOrDefault(round.getKey(), 0) < turnsOfB.getOrDefault(round.getKey(), 0),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        double[] aFirst = values(byOrder.getOrDefault(true, List.of()));
        double[] bFirst = values(byOrder.getOrDefault(false, List.of()));
        if (aFirst.length == 0 || bFirst.length == 0) {
            return Optional.empty();
        }
        double share = (double) aFirst.length / (aFirst.length + bFirst.length);
        return finding(pair, OrderEffect.between(aFirst, bFirst), share);
    }

    private static Optional<Finding> finding(Pair pair, OrderEffect effect, double shareOfAFirst) {
        if (!effect.isSignificantAt(ERROR) || Math.abs(effect.shift()) <= Math.log1p(LARGEST_SHIFT)) {
            return Optional.empty();
        }
        double left = Math.abs(effect.shift()) * Math.abs(shareOfAFirst - 0.5);
        return Optional.of(ADVICE.finding(
                left > Math.log1p(LARGEST_SHIFT) ? Severity.INVALIDATES : Severity.WARNS,
                pair.targets(),
                text(
                        "%s relative to %s changes by %+.1f %% when %s goes first, which it did in %.0f %% of rounds (limit %.0f %%)",
                        pair.b(),
                        pair.a(),
                        Math.expm1(effect.shift()) * 100,
                        pair.a(),
                        shareOfAFirst * 100,
                        LARGEST_SHIFT * 100)));
    }

    private static double[] values(List<Double> effects) {
        return effects.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<Integer, Integer> turns(String target, Evidence evidence) {
        return evidence.roundsOf(target).stream()
                .collect(Collectors.toMap(Round::number, Round::turn, (first, again) -> first));
    }
}
