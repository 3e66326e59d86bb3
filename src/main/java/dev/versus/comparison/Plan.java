package dev.versus.comparison;

import dev.versus.statistics.StoppingRule;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The plan of rounds, fixed once every target is warm and before the first round counts.
 *
 * @param budget the time for counted load, in s; empty if a number of rounds was asked for instead
 * @param rule when the run may end
 * @param turns the length of each target's turn, by the target's name
 * @param duets how long the load of all duets of a round takes, one after the other, in s; 0 if there are none
 */
public record Plan(OptionalDouble budget, StoppingRule rule, Map<String, TurnLength> turns, double duets) {

    public Plan {
        turns = Map.copyOf(turns);
    }

    /** Makes a plan without duets. */
    public Plan(OptionalDouble budget, StoppingRule rule, Map<String, TurnLength> turns) {
        this(budget, rule, turns, 0);
    }

    /**
     * The length of a target's turn.
     *
     * @param repetitions how many times the workload is run in the turn
     * @param seconds how long the load of the turn is expected to take, in s; empty if that is not known
     */
    public record TurnLength(int repetitions, OptionalDouble seconds) {}

    /** Returns the most rounds. */
    public int rounds() {
        return rule.cap();
    }

    /** Returns how many times the target's workload is run in each of its turns. */
    int repetitionsOf(Target target) {
        TurnLength turn = turns.get(target.name());
        return turn == null ? 1 : turn.repetitions();
    }

    /** Returns how long the load of one round is expected to take, all turns and duets together, in s; what is not known counts as 0. */
    public double roundSeconds() {
        return duets
                + turns.values().stream()
                        .map(TurnLength::seconds)
                        .flatMapToDouble(seconds ->
                                seconds.isPresent() ? DoubleStream.of(seconds.getAsDouble()) : DoubleStream.empty())
                        .sum();
    }

    /** Returns a plan of more rounds, for a run whose first look is over. */
    public Plan prolongedTo(int rounds) {
        return new Plan(budget, rule.prolongedTo(rounds), turns, duets);
    }
}
