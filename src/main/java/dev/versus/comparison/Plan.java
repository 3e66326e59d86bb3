package dev.versus.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order of all turns, fixed before the first turn. In each round every target has one turn, in an order drawn anew, so that drift and
 * after-effects fall on all targets alike (a randomised complete block design).
 */
public record Plan(long seed, List<Turn> turns) {

    public Plan {
        turns = List.copyOf(turns);
    }

    /** Draws the order for this many rounds; the same seed gives the same order. */
    public static Plan draw(List<Target> targets, int rounds, long seed) {
        Random random = new Random(seed);
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            List<Target> order = new ArrayList<>(targets);
            Collections.shuffle(order, random);
            for (Target target : order) {
                turns.add(new Turn(turns.size() + 1, round, target));
            }
        }
        return new Plan(seed, turns);
    }

    /** Returns the number of planned rounds. */
    public int rounds() {
        return turns.stream().mapToInt(Turn::round).max().orElse(0);
    }

    /** Returns the turns of one round, in order. */
    List<Turn> turnsOf(int round) {
        return turns.stream().filter(turn -> turn.round() == round).toList();
    }

    /** Returns a copy with the same order, and targets of the same names at other addresses. */
    Plan at(List<Target> moved) {
        Map<String, Target> byName = moved.stream().collect(Collectors.toMap(Target::name, Function.identity()));
        return new Plan(
                seed,
                turns.stream()
                        .map(turn -> new Turn(
                                turn.number(),
                                turn.round(),
                                byName.getOrDefault(turn.target().name(), turn.target())))
                        .toList());
    }
}
