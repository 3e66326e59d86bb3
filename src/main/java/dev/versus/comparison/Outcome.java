package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.util.List;

/**
 * All that a comparison measured.
 *
 * @param warmUp how it came to its level
 * @param rounds every round in the order in which they ran
 */
public record Outcome(WarmUp warmUp, List<Round> rounds) {

    public Outcome {
        rounds = List.copyOf(rounds);
    }

    /** The rounds of one target, by number. */
    public List<Round> of(String target) {
        return rounds.stream().filter(round -> round.target().equals(target)).toList();
    }

    /** All rounds of one target as one measurement. */
    public Measurement total(String target) {
        return of(target).stream()
                .map(Round::measurement)
                .reduce(Measurement::plus)
                .orElseThrow(() -> new IllegalArgumentException("no round of target " + target));
    }
}
