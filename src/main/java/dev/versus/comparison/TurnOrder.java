package dev.versus.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order of turns. In each round every target has one turn, so that drift and after-effects fall on all targets alike (a randomised
 * complete block design). For four rounds at a time an order is drawn from the seed: two rounds have this order, and two its reverse. Of
 * two targets each comes first equally often, and of more targets each comes before each other one equally often.
 *
 * <p>Where a reversed round follows, the last target has two turns in a row. A burst of foreign load that hits both of them shifts two
 * ratios to the same side; where the same order follows, it shifts them to opposite sides. Neither may be more frequent by much, since
 * signed ranks take ratios for independent. With a reverse in every second round the intervals of equal targets missed 1 in up to
 * 9 % of simulated runs, and in fours they do so in 5.7 % at most ({@code OneSidedLoadTest}).
 */
public record TurnOrder(long seed, List<Target> targets) {

    private static final long APART = 1_000_003;

    public TurnOrder {
        targets = List.copyOf(targets);
    }

    /** Returns the turns of one round, counted from 1, in their order; the same seed gives the same order. */
    List<Turn> of(int round) {
        List<Target> order = new ArrayList<>(targets);
        int four = (round - 1) / 4;
        Collections.shuffle(order, new Random(new SplittableRandom(seed * APART + four).nextLong()));
        if ((round - 1) % 4 >= 2) {
            Collections.reverse(order);
        }
        int before = (round - 1) * order.size();
        return IntStream.range(0, order.size())
                .mapToObj(place -> new Turn(before + place + 1, round, order.get(place)))
                .toList();
    }

    /** Returns a copy with another order, which the seed determines too. */
    TurnOrder drawnAnew() {
        return new TurnOrder(seed + 1, targets);
    }

    /** Returns a copy with the same order, and targets of the same names at other addresses. */
    TurnOrder at(List<Target> moved) {
        Map<String, Target> byName = moved.stream().collect(Collectors.toMap(Target::name, Function.identity()));
        return new TurnOrder(
                seed,
                targets.stream()
                        .map(target -> byName.getOrDefault(target.name(), target))
                        .toList());
    }
}
