package dev.versus.measurement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that counted rounds measured.
 *
 * @param turns the turns of all targets, in the order in which they ran
 * @param duets the slices of all duets, in the order in which they ran
 */
public record Observations(List<Round> turns, List<DuetSlice> duets) {

    public Observations {
        turns = List.copyOf(turns);
        duets = List.copyOf(duets);
    }

    /** Returns the observations of rounds without duets. */
    public static Observations ofTurns(List<Round> turns) {
        return new Observations(turns, List.of());
    }

    /** Returns the number of rounds in which a target had a turn. */
    public int rounds() {
        return (int) turns.stream().map(Round::number).distinct().count();
    }

    /** Returns how long targets were loaded, in s; targets that were loaded at once are counted once. */
    public double loadSeconds() {
        return turns.stream()
                        .mapToDouble(turn -> turn.measurement().wallSeconds())
                        .sum()
                + duets.stream().mapToDouble(Observations::seconds).sum();
    }

    private static double seconds(DuetSlice slice) {
        return slice.measurements().values().stream()
                .mapToDouble(Measurement::wallSeconds)
                .max()
                .orElse(0);
    }

    /**
     * Returns the rounds of the duet of two targets: of each target one for each duet, with all its slices. Slices of a duet are alike, so the
     * duet, and not the slice, is one observation.
     */
    public List<Round> together(List<String> targets) {
        Map<Integer, List<DuetSlice>> duetsOfBoth = duets.stream()
                .filter(slice -> slice.has(targets))
                .collect(Collectors.groupingBy(DuetSlice::round, TreeMap::new, Collectors.toList()));
        return targets.stream()
                .flatMap(target -> duetsOfBoth.values().stream().map(slices -> round(target, slices)))
                .toList();
    }

    /** Returns the rounds of all duets, as {@link #together(List)} does for two targets. */
    public Stream<Round> together() {
        return duets.stream()
                .map(slice -> List.copyOf(new TreeSet<>(slice.measurements().keySet())))
                .distinct()
                .flatMap(targets -> together(targets).stream());
    }

    /** Returns the rounds of all turns and, as further rounds of the same numbers, of all duets. */
    public List<Round> turnsAndDuets() {
        return Stream.concat(turns.stream(), together()).toList();
    }

    private static Round round(String target, List<DuetSlice> slices) {
        DuetSlice first = slices.get(0);
        return new Round(
                target,
                first.round(),
                first.round(),
                first.started(),
                slices.stream()
                        .map(slice -> slice.of(target))
                        .reduce(Measurement::plus)
                        .orElseThrow(),
                List.of());
    }
}
