package dev.versus.comparison;

import dev.versus.Durations;
import dev.versus.InvalidInput;
import dev.versus.comparison.Plan.TurnLength;
import dev.versus.statistics.StoppingRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The amount of load that counts: for a time, or in a number of rounds.
 *
 * @param load how long all targets together are loaded at most
 * @param rounds the most rounds, each with one run of each workload, if that is asked for in the place of a time
 */
public record Budget(Duration load, OptionalInt rounds) {

    /** The longest time. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** A turn has 250 ms of load at least; it is planned a fifth longer, for a round of the workload may become faster. */
    private static final double SHORTEST_TURN = 0.25 * 1.2;

    /** The share of the time that duets get makes them longer, and rounds not fewer than this: the round is the observation. */
    private static final int FEWEST_WITH_DUETS = 15;

    private static final int MOST_REPETITIONS = 1_000;

    /** A workload that takes at most this many times as long as the fastest one is repeated as often. */
    private static final double ABOUT_AS_FAST = 1.5;

    /** No result ends a run before this much load has counted, in s, or five sixths of less: the machine's own bursts last seconds. */
    private static final double FEWEST_COUNTED = 25;

    private static final double LARGEST_SHARE_BEFORE_A_LOOK = 5 / 6.0;

    public Budget {
        if (load.compareTo(Duration.ofSeconds(1)) < 0 || load.compareTo(LONGEST) > 0) {
            throw new InvalidInput("A comparison's budget of load lies between 1 s and " + Durations.text(LONGEST)
                    + ", and is not " + Durations.text(load) + ".");
        }
        if (rounds.isPresent() && (rounds.getAsInt() < 1 || rounds.getAsInt() > StoppingRule.MOST)) {
            throw new InvalidInput(
                    "A comparison has 1 to " + StoppingRule.MOST + " rounds, not " + rounds.getAsInt() + ".");
        }
    }

    /** Loads all targets for this time. */
    public static Budget of(Duration load) {
        return new Budget(load, OptionalInt.empty());
    }

    /** Plays this many rounds at most, however long they take. */
    public static Budget rounds(int number) {
        return new Budget(LONGEST, OptionalInt.of(number));
    }

    /** Tells whether a time decides, rather than a number of rounds. */
    public boolean isOfTime() {
        return rounds.isEmpty();
    }

    /**
     * Plans the rounds: in a time as many as fit, {@value StoppingRule#FEWEST} to {@value StoppingRule#MOST}. A workload that takes less
     * than 250 ms is repeated in its turn; where {@value StoppingRule#MOST} rounds do not fill the time, turns are longer. Duets are played
     * within a time only; turns then fill their share of it.
     *
     * @param seconds how long each target's workload takes when it is run once, by the target's name, in s; empty if that is not known
     * @param alike how many targets send the same load to the same addresses as this one, by its name
     */
    Plan plan(Map<String, OptionalDouble> seconds, Map<String, Integer> alike, Duets duets) {
        if (rounds.isPresent()) {
            return new Plan(OptionalDouble.empty(), StoppingRule.of(rounds.getAsInt()), turns(seconds, alike, 0));
        }
        double budget = load.toNanos() / 1e9;
        Map<String, TurnLength> turns =
                turns(seconds, alike, Math.max(SHORTEST_TURN, budget / StoppingRule.MOST / seconds.size()));
        double shortestDuets = duets.pairs().size() * Slicing.SHORTEST_SECONDS;
        int most = fitting(roundSeconds(turns) + shortestDuets, budget);
        int number = duets.pairs().isEmpty()
                ? most
                : withDuets(most, fitting(roundSeconds(turns), budget * (1 - duets.share())));
        double together = Math.max(shortestDuets, budget / number - roundSeconds(turns));
        return new Plan(
                OptionalDouble.of(budget),
                StoppingRule.of(number, fewestBeforeALook(number, budget)),
                turns,
                duets.pairs().isEmpty() ? 0 : together);
    }

    /** Returns the number of rounds in which turns have their share of the time, as far as rounds are not too few, nor too many to fit. */
    private static int withDuets(int most, int byShare) {
        return Math.min(most, Math.max(byShare, FEWEST_WITH_DUETS));
    }

    private static int fewestBeforeALook(int rounds, double budget) {
        return (int) Math.ceil(rounds * Math.min(LARGEST_SHARE_BEFORE_A_LOOK, FEWEST_COUNTED / budget));
    }

    private static Map<String, TurnLength> turns(
            Map<String, OptionalDouble> seconds, Map<String, Integer> alike, double shortest) {
        double fastest = seconds.values().stream()
                .flatMapToDouble(OptionalDouble::stream)
                .min()
                .orElse(0);
        Map<String, TurnLength> turns = new LinkedHashMap<>();
        int most = alike.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        seconds.forEach((target, once) -> {
            int repetitions = repetitions(once, fastest, shortest);
            // Those that are alike share a place in the round; others have as many runs as they have together.
            int shares = repetitions > 1 ? most / alike.getOrDefault(target, 1) : 1;
            turns.put(target, turn(once, repetitions * shares));
        });
        return turns;
    }

    private static TurnLength turn(OptionalDouble once, int repetitions) {
        return once.isEmpty()
                ? new TurnLength(1, once)
                : new TurnLength(repetitions, OptionalDouble.of(repetitions * once.getAsDouble()));
    }

    /** Returns how many times a workload fills a turn; as often as the fastest one where it is about as fast, so that they alternate. */
    private static int repetitions(OptionalDouble once, double fastest, double shortest) {
        double seconds = once.orElse(shortest);
        double taken = seconds <= ABOUT_AS_FAST * fastest ? fastest : seconds;
        return (int) Math.min(MOST_REPETITIONS, Math.max(1, Math.ceil(shortest / taken)));
    }

    private static int fitting(double round, double seconds) {
        double rounds = seconds / round;
        return (int) Math.min(StoppingRule.MOST, Math.max(StoppingRule.FEWEST, Math.round(rounds)));
    }

    private static double roundSeconds(Map<String, TurnLength> turns) {
        return turns.values().stream()
                .mapToDouble(turn -> turn.seconds().orElse(LONGEST.toNanos() / 1e9))
                .sum();
    }
}
