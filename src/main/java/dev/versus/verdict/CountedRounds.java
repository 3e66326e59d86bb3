package dev.versus.verdict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.OneSidedLoad;
import dev.versus.statistics.StartUp;
import dev.versus.statistics.StoppingRule;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
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
 * @param compiling the numbers of later rounds, left out because the just-in-time compilers of services were at work in some of their turns
 * @param hit the numbers of later rounds, left out because others took the machine from some of their turns ({@link OneSidedLoad})
 * @param settled whether the cost of a request settled by the middle of the rounds; if not, no start-up is left out
 */
public record CountedRounds(
        Observations whole, List<Integer> startUp, List<Integer> compiling, List<Integer> hit, boolean settled) {

    /** The kernel counts in ticks of 10 ms: of 25 ticks one is 4 %, of fewer the threshold would be noise. */
    private static final double FEWEST_CPU_SECONDS = 0.25;

    /**
     * The share of a stretch's time from which compilers count as at work. They replace code then, and until they are done its requests run
     * in code that is slower by more than claims on cost may err.
     */
    private static final double AT_WORK = 0.02;

    /** If more than one stretch of two has compilers at work, that is what the services do, and all stretches count. */
    private static final int ONE_OF = 2;

    public CountedRounds {
        startUp = List.copyOf(startUp);
        compiling = List.copyOf(compiling);
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
        List<Integer> compiling = compiling(whole, numbers.subList(startUp.size(), numbers.size()));
        List<Integer> later = numbers.stream()
                .filter(number -> !startUp.contains(number) && !compiling.contains(number))
                .toList();
        List<Round> settled = whole.turns().stream()
                .filter(round -> later.contains(round.number()))
                .toList();
        List<Integer> hit = hit(settled, cpus).stream().map(later::get).toList();
        return new CountedRounds(whole, startUp, compiling, hit, length.isPresent());
    }

    /** Returns those of the rounds in whose turns compilers were at work. */
    private static List<Integer> compiling(Observations whole, List<Integer> numbers) {
        List<Integer> found = whole.turns().stream()
                .filter(round -> isCompiling(round.measurement()))
                .map(Round::number)
                .filter(numbers::contains)
                .distinct()
                .sorted()
                .toList();
        int most = Math.min(numbers.size() / ONE_OF, numbers.size() - StoppingRule.FEWEST);
        return found.size() <= most ? found : List.of();
    }

    private static boolean isCompiling(Measurement stretch) {
        return stretch.used().compilingSeconds() > AT_WORK * stretch.wallSeconds();
    }

    /**
     * Returns what was measured in the rounds that count, and in the slices of duets that do: those in which no compilers were at work. Others
     * take the machine from both targets of a duet, so a round whose turns were hit keeps its duets.
     */
    public Observations counted() {
        Set<Integer> uncounted =
                Stream.of(startUp, compiling, hit).flatMap(List::stream).collect(toUnmodifiableSet());
        return new Observations(
                whole.turns().stream()
                        .filter(round -> !uncounted.contains(round.number()))
                        .toList(),
                slices());
    }

    private List<DuetSlice> slices() {
        List<DuetSlice> settledOnes = whole.duets().stream()
                .filter(slice -> !startUp.contains(slice.round()))
                .toList();
        List<DuetSlice> atRest = settledOnes.stream()
                .filter(slice -> slice.measurements().values().stream().noneMatch(CountedRounds::isCompiling))
                .toList();
        boolean enough = atRest.size() * ONE_OF >= settledOnes.size() && rounds(atRest) >= StoppingRule.FEWEST;
        return enough ? atRest : settledOnes;
    }

    private static long rounds(List<DuetSlice> slices) {
        return slices.stream().map(DuetSlice::round).distinct().count();
    }

    /** Returns the number of slices of duets that do not count. */
    public int slicesLeftOut() {
        return whole.duets().size() - slices().size();
    }

    /** Returns the turns of the rounds that count. */
    public List<Round> rounds() {
        return counted().turns();
    }

    /** Returns the same rounds without their duets. */
    public CountedRounds inTurns() {
        return new CountedRounds(Observations.ofTurns(whole.turns()), startUp, compiling, hit, settled);
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
