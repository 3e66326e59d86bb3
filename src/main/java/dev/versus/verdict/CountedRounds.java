package dev.versus.verdict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.OneSidedLoad;
import dev.versus.statistics.StartUp;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The rounds that count, by a rule that is fixed before the run. The rule looks at what a request costs and at the load of the machine,
 * never at a ratio: who is faster in a round does not decide whether the round counts. So the signs of the ratios that are left are as
 * random as before, and signed ranks stay exact. docs/decisions/which-rounds-count.md has the reasons.
 *
 * @param whole what was measured in all rounds that ended on every target
 * @param startUp the numbers of the first rounds, left out because the cost of a request had not settled ({@link StartUp})
 * @param hit the numbers of later rounds, left out because others took the machine from some of their turns ({@link OneSidedLoad})
 * @param settled whether the cost of a request settled by the middle of the rounds; if not, no start-up is left out
 */
public record CountedRounds(Observations whole, List<Integer> startUp, List<Integer> hit, boolean settled) {

    /** The kernel counts in ticks of 10 ms: of 25 ticks one is 4 %, of fewer the threshold would be noise. */
    private static final double FEWEST_CPU_SECONDS = 0.25;

    public CountedRounds {
        startUp = List.copyOf(startUp);
        hit = List.copyOf(hit);
    }

    /**
     * Finds the rounds that count.
     *
     * @param whole what was measured in all rounds that ended on every target
     * @param cpus how many CPUs the machine has; 0 if that is not known, and then no round is found to be hit
     */
    public static CountedRounds among(Observations whole, int cpus) {
        List<Integer> numbers =
                whole.turns().stream().map(Round::number).distinct().sorted().toList();
        OptionalInt length = StartUp.length(costs(whole));
        List<Integer> startUp = numbers.subList(0, length.orElse(0));
        List<Integer> later = numbers.subList(startUp.size(), numbers.size());
        List<Round> settled = whole.turns().stream()
                .filter(round -> later.contains(round.number()))
                .toList();
        List<Integer> hit = hit(settled, cpus).stream().map(later::get).toList();
        return new CountedRounds(whole, startUp, hit, length.isPresent());
    }

    /**
     * Returns what was measured in the rounds that count. Duets of rounds whose turns were hit count: others take the machine from both
     * targets of a duet.
     */
    public Observations counted() {
        return new Observations(
                whole.turns().stream()
                        .filter(round -> !startUp.contains(round.number()) && !hit.contains(round.number()))
                        .toList(),
                whole.duets().stream()
                        .filter(slice -> !startUp.contains(slice.round()))
                        .toList());
    }

    /** Returns the turns of the rounds that count. */
    public List<Round> rounds() {
        return counted().turns();
    }

    /** Returns the same rounds without their duets. */
    public CountedRounds inTurns() {
        return new CountedRounds(Observations.ofTurns(whole.turns()), startUp, hit, settled);
    }

    /** Returns the cost of a request in each round, turns and duets together. */
    public double[] costs() {
        return costs(whole);
    }

    /**
     * Returns the cost of a request in each round: the mean over all turns and duets of the logarithm of the services' CPU time; of the
     * median latency in turns where that time is not known. A round in which a target answered nothing has no finite cost.
     */
    private static double[] costs(Observations whole) {
        boolean timed = whole.turns().stream()
                .allMatch(round -> Figure.CPU_PER_REQUEST.of(round).orElse(0) > 0);
        ToDoubleFunction<Measurement> cost = timed
                ? turn -> turn.cpu().services() / turn.answered()
                : turn -> turn.latencies().percentileMillis(50);
        Stream<Round> together = timed ? whole.together() : Stream.empty();
        return byNumber(Stream.concat(whole.turns().stream(), together)).stream()
                .mapToDouble(round -> round.stream()
                                .mapToDouble(turn -> Math.log(cost.applyAsDouble(turn.measurement())))
                                .sum()
                        / round.size())
                .toArray();
    }

    private static Collection<List<Round>> byNumber(Stream<Round> rounds) {
        return rounds.collect(groupingBy(Round::number, TreeMap::new, toList())).values();
    }

    private static List<Integer> hit(List<Round> rounds, int cpus) {
        if (rounds.isEmpty() || !rounds.stream().allMatch(turn -> isReadable(turn.measurement(), cpus))) {
            return List.of();
        }
        return OneSidedLoad.rounds(rounds.stream().collect(groupingBy(Round::target)).values().stream()
                .map(turns -> turns.stream()
                        .mapToDouble(turn -> taken(turn.measurement(), cpus))
                        .toArray())
                .toList());
    }

    /** Tells whether others' CPU time can be read; a target's own must be known, since it must not pass for that of others. */
    private static boolean isReadable(Measurement turn, int cpus) {
        return turn.cpu().isOfServices()
                && turn.used().machineBusy() > 0
                && turn.wallSeconds() * cpus >= FEWEST_CPU_SECONDS;
    }

    /** Returns the share of the machine's CPU time that others used, or that the hypervisor took. */
    private static double taken(Measurement turn, int cpus) {
        double own = turn.cpu().generator() + turn.cpu().services();
        return turn.used().machineBusy() - own / (turn.wallSeconds() * cpus);
    }
}
