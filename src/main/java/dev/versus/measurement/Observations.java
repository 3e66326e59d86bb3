package dev.versus.measurement;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

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
        return turns.stream().mapToDouble(turn -> turn.measurement().wallSeconds()).sum()
                + duets.stream().mapToDouble(Observations::seconds).sum();
    }

    private static double seconds(DuetSlice slice) {
        return slice.measurements().values().stream()
                .mapToDouble(Measurement::wallSeconds)
                .max()
                .orElse(0);
    }

    /** Returns the slices of the duets in which all these targets were loaded, as rounds: a number and a round of each target for each slice. */
    public List<Round> together(Collection<String> targets) {
        List<DuetSlice> shared =
                duets.stream().filter(slice -> slice.has(targets)).toList();
        return IntStream.range(0, shared.size())
                .boxed()
                .flatMap(place -> shared.get(place).rounds(place + 1).stream())
                .toList();
    }
}
